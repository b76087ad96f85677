using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Points;

/// <summary>One member's contribution to a group this month.</summary>
public sealed record Contributor(string Name, string Collectivite, int Points);

/// <summary>
/// Who gave most to a group this month (of Paris): conferences given, resources published, resources and answers found
/// useful; not what one attends. Lines taken back do not count, nor do members who would rather not be shown.
/// </summary>
public sealed class Contributors(TrainingDb db, TimeProvider time)
{
    private const int Shown = 5;

    private static readonly PointsReason[] Contributions =
        [PointsReason.ConferenceGiven, PointsReason.ResourceAccepted, PointsReason.UsefulRating, PointsReason.UsefulAnswer];

    /// <summary>And the lines that take them back.</summary>
    private static readonly PointsReason[] Counted = [.. Contributions, PointsReason.Reversal];

    public async Task<IReadOnlyList<Contributor>> OfMonthAsync(int groupId, CancellationToken cancellationToken = default)
    {
        var best = Lines(groupId)
            .GroupBy(e => e.MemberId).Select(own => new { MemberId = own.Key, Points = own.Sum(e => e.Amount) })
            .Where(c => c.Points > 0).OrderByDescending(c => c.Points).ThenBy(c => c.MemberId).Take(Shown);
        return await best.Join(db.Members, c => c.MemberId, m => m.Id, (c, m) => new { c.Points, m.Id, m.Name, Collectivite = m.Collectivite.Name })
            .OrderByDescending(c => c.Points).ThenBy(c => c.Id)
            .Select(c => new Contributor(c.Name, c.Collectivite, c.Points)).ToListAsync(cancellationToken);
    }

    /// <summary>This month's, read from an index that holds these reasons alone.</summary>
    private IQueryable<PointsEntry> Lines(int groupId)
    {
        var from = LedgerDay.MonthOf(time.GetUtcNow());
        return db.PointsEntries.Where(e => e.GroupId == groupId && e.EarnedAt >= from && EF.Constant(Counted).Contains(e.Reason))
            .Where(e => e.Reason != PointsReason.Reversal || db.PointsEntries.Any(root => root.Id == e.RootId && EF.Constant(Contributions).Contains(root.Reason)))
            .Where(e => !db.ContributorOptOuts.Any(o => o.MemberId == e.MemberId));
    }

    public async Task<bool> IsShownAsync(int memberId, CancellationToken cancellationToken = default) =>
        !await db.ContributorOptOuts.AnyAsync(o => o.MemberId == memberId, cancellationToken);

    public Task ShowAsync(int memberId, bool shown, CancellationToken cancellationToken = default) => shown
        ? db.ContributorOptOuts.Where(o => o.MemberId == memberId).ExecuteDeleteAsync(cancellationToken)
        : db.Database.ExecuteSqlAsync($"INSERT INTO contributor_opt_outs (member_id, since) VALUES ({memberId}, {time.GetUtcNow()}) ON CONFLICT DO NOTHING", cancellationToken);
}
