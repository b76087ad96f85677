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

    public async Task<IReadOnlyList<Contributor>> OfMonthAsync(int groupId, CancellationToken cancellationToken = default)
    {
        var from = LedgerDay.MonthOf(time.GetUtcNow());
        return await db.PointsEntries
            .Where(e => e.GroupId == groupId && e.EarnedAt >= from)
            .Where(e => Contributions.Contains(e.Reason) || db.PointsEntries.Any(root => root.Id == e.RootId && Contributions.Contains(root.Reason)))
            .Where(e => !db.ContributorOptOuts.Any(o => o.MemberId == e.MemberId))
            .GroupBy(e => new { e.MemberId, e.Member.Name, Collectivite = e.Member.Collectivite.Name })
            .Select(own => new { own.Key.MemberId, own.Key.Name, own.Key.Collectivite, Points = own.Sum(e => e.Amount) })
            .Where(c => c.Points > 0).OrderByDescending(c => c.Points).ThenBy(c => c.MemberId).Take(Shown)
            .Select(c => new Contributor(c.Name, c.Collectivite, c.Points)).ToListAsync(cancellationToken);
    }

    public async Task<bool> IsShownAsync(int memberId, CancellationToken cancellationToken = default) =>
        !await db.ContributorOptOuts.AnyAsync(o => o.MemberId == memberId, cancellationToken);

    public Task ShowAsync(int memberId, bool shown, CancellationToken cancellationToken = default) => shown
        ? db.ContributorOptOuts.Where(o => o.MemberId == memberId).ExecuteDeleteAsync(cancellationToken)
        : db.Database.ExecuteSqlAsync($"INSERT INTO contributor_opt_outs (member_id, since) VALUES ({memberId}, {time.GetUtcNow()}) ON CONFLICT DO NOTHING", cancellationToken);
}
