using System.Buffers;

namespace Training.Portal.Features.Membership.WayIn;

/// <summary>What a request is worth now.</summary>
public static class AdmissionRule
{
    /// <summary>Five, as for a sign-in code; but a code of days is not asked for anew as easily.</summary>
    public const int WrongTries = 5;

    private static readonly SearchValues<char> Signs = SearchValues.Create("/@:\\<>");

    /// <returns>Why the town hall's code cannot admit; null when the right one does.</returns>
    public static AdmissionRefusal? WhyNoCode(AdmissionRequest? request, DateTimeOffset now) => request switch
    {
        null or { State: AdmissionState.Replaced } => AdmissionRefusal.Unknown,
        { State: AdmissionState.Refused } => AdmissionRefusal.Refused,
        { State: AdmissionState.Admitted } => AdmissionRefusal.Used,
        { ContactAddress: null } => AdmissionRefusal.NoContact,
        { WrongTries: >= WrongTries } => AdmissionRefusal.Burnt,
        _ when request.ExpiresAt <= now => AdmissionRefusal.Expired,
        _ => null,
    };

    /// <summary>Names go to official mailboxes: nothing in them may look like an address to follow.</summary>
    public static bool IsPlainName(string name) => !name.AsSpan().ContainsAny(Signs) && !name.Contains("www.", StringComparison.OrdinalIgnoreCase);
}

public enum AdmissionRefusal
{
    Wrong,
    Burnt,
    Expired,
    Used,
    Unknown,

    /// <summary>A referent or an administrator refused.</summary>
    Refused,

    /// <summary>The collectivité has no known official mailbox: only a person can approve.</summary>
    NoContact,

    /// <summary>Too many requests today, of this person or at this collectivité.</summary>
    TooMany,

    /// <summary>The collectivité has several official mailboxes, and none was chosen.</summary>
    ContactUnchosen,
}
