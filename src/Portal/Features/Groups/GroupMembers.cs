using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Groups;

/// <summary>A member in a group's list.</summary>
public sealed record MemberLine(int MemberId, string Name, string Collectivite, GroupRole Role);

/// <summary>Who is in a group: animators, trainers, members; each by name.</summary>
public sealed class GroupMembers(TrainingDb db)
{
    /// <param name="after">The last one shown, null at the beginning.</param>
    public async Task<List<MemberLine>> AfterAsync(int groupId, int? after, int take, CancellationToken cancellationToken = default)
    {
        var members = db.GroupMemberships.Where(m => m.GroupId == groupId)
            .Select(m => new { m.MemberId, m.Member.Name, Plain = m.Member.PlainProfile, Collectivite = m.Member.Collectivite.Name, m.Role, Rank = m.Role == GroupRole.Animator ? 0 : m.Role == GroupRole.Trainer ? 1 : 2 });
        if (after is not null && await members.SingleOrDefaultAsync(m => m.MemberId == after, cancellationToken) is { } last)
            members = members.Where(m => EF.Functions.GreaterThan(ValueTuple.Create(m.Rank, m.Plain, m.MemberId), ValueTuple.Create(last.Rank, last.Plain, last.MemberId)));
        return await members.OrderBy(m => m.Rank).ThenBy(m => m.Plain).ThenBy(m => m.MemberId).Take(take)
            .Select(m => new MemberLine(m.MemberId, m.Name, m.Collectivite, m.Role)).ToListAsync(cancellationToken);
    }
}
