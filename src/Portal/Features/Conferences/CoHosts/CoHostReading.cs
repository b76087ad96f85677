using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups.Invitations;

namespace Training.Portal.Features.Conferences.CoHosts;

/// <summary>Why somebody is not named co-host.</summary>
public enum CoHostRefusal
{
    Unreadable,

    /// <summary>No agent of the portal has this address.</summary>
    Unknown,
    TooMany,
}

/// <summary>
/// Reads the addresses of those from elsewhere who run a conference too. They are asked for by the whole address, which whoever invites a colleague knows;
/// a name is not searched for, so that nobody is found who hides in the directory.
/// </summary>
public sealed class CoHostReading(TrainingDb db)
{
    public const int Most = 5;

    /// <returns>The members, or why not and about which line.</returns>
    public async Task<(IReadOnlyList<int>? Members, CoHostRefusal? Refusal, string Line)> ReadAsync(string? typed, CancellationToken cancellationToken = default)
    {
        var list = AddressList.Read(typed, headed: false);
        if (list.Rejected.Count > 0)
            return (null, CoHostRefusal.Unreadable, list.Rejected[0].Text);
        if (list.Addresses.Count > Most)
            return (null, CoHostRefusal.TooMany, "");
        var found = await db.Members.Where(m => list.Addresses.Contains(m.Address) && m.RemovedAt == null)
            .Select(m => new { m.Id, m.Address }).ToListAsync(cancellationToken);
        var missing = list.Addresses.FirstOrDefault(a => !found.Exists(m => m.Address == a));
        return missing is null ? (found.ConvertAll(m => m.Id), null, "") : (null, CoHostRefusal.Unknown, missing);
    }
}
