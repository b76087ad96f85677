using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

/// <summary>What a home page shows of conferences. A state belongs to one list: one question to the database brings all three.</summary>
public sealed record CatalogGlance(IReadOnlyList<ConferenceCard> Now, IReadOnlyList<ConferenceCard> Coming, IReadOnlyList<ConferenceCard> Replays)
{
    /// <param name="rows">In any order.</param>
    internal static CatalogGlance Of(IReadOnlyList<ConferenceRow> rows, Func<ConferenceRow, ConferenceCard> card)
    {
        var ordered = rows.OrderBy(row => row.Conference.StartsAt).ThenBy(row => row.Conference.Id).ToLookup(row => ListOf(row.Conference.State), card);
        return new CatalogGlance([.. ordered[nameof(Now)]], [.. ordered[nameof(Coming)]], [.. ordered[nameof(Replays)].Reverse()]);
    }

    private static string ListOf(ConferenceState state) => state switch
    {
        ConferenceState.DoorsOpen or ConferenceState.Live => nameof(Now),
        ConferenceState.Planned => nameof(Coming),
        _ => nameof(Replays),
    };
}
