using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Resources.Mail;

/// <summary>Whether an animator is told by letter that a resource waits; told until they say no, and again once they ask for it.</summary>
public sealed class ReviewSubscription(TrainingDb db, TimeProvider time)
{
    public async Task<bool> StandsAsync(int groupId, int memberId, CancellationToken cancellationToken = default) =>
        !await Of(groupId, memberId).AnyAsync(cancellationToken);

    /// <summary>Ending twice is ending once. Of a group or member that is no more, nothing is left to end.</summary>
    public Task EndAsync(int groupId, int memberId, CancellationToken cancellationToken = default) => db.Database.ExecuteSqlAsync(
        $"""
         INSERT INTO review_opt_outs (group_id, member_id, since)
         SELECT g.id, m.id, {time.GetUtcNow()} FROM groups g, members m WHERE g.id = {groupId} AND m.id = {memberId}
         ON CONFLICT DO NOTHING
         """,
        cancellationToken);

    public Task ResumeAsync(int groupId, int memberId, CancellationToken cancellationToken = default) =>
        Of(groupId, memberId).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<ReviewOptOut> Of(int groupId, int memberId) => db.ReviewOptOuts.Where(o => o.GroupId == groupId && o.MemberId == memberId);
}
