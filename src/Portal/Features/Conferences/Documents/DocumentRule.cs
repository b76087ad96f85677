namespace Training.Portal.Features.Conferences.Documents;

/// <summary>
/// The one rule of who reads a conference's documents. Those for before belong to the seats: they are for who registered. Once it has ended, all of
/// them are for whoever may see the conference, as its replay is. A visitor reads none.
/// </summary>
public static class DocumentRule
{
    /// <summary>Documents of one conference.</summary>
    public const int Most = 20;

    public static bool MayRead(ConferenceSight sight, DocumentMoment moment) => sight switch
    {
        { Trainer: true } => true,
        { Conference.State: ConferenceState.Draft } => false,
        { Conference.State: ConferenceState.Ended } => true,
        _ => moment == DocumentMoment.Before && sight.Registered,
    };
}
