using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups;

/// <summary>Writes to the animators of a group: those who are inside today, and awake.</summary>
public sealed class AnimatorPost(TrainingDb db, AwakeMembers awake, Outbox outbox)
{
    /// <summary>Adds the letters to the context; saving them is the caller's.</summary>
    /// <param name="stream">What the letters are about; each reader has a stream of their own, so that a mailbox that bounces holds back nobody else's.</param>
    public async Task TellAsync(Group group, Func<Member, LetterFacts?> facts, string stream, CancellationToken cancellationToken = default)
    {
        foreach (var animator in await OfAsync(group, cancellationToken))
        {
            if (facts(animator) is { } told)
                outbox.Write(told, animator.Address, $"{stream}:{animator.Id}", animator.Language);
        }
    }

    private async Task<List<Member>> OfAsync(Group group, CancellationToken cancellationToken)
    {
        var named = db.GroupMemberships.Where(m => m.GroupId == group.Id && m.Role == GroupRole.Animator);
        var animators = await awake.Of(db.Members.AsNoTracking()).Where(m => named.Any(n => n.MemberId == m.Id)).OrderBy(m => m.Id).ToListAsync(cancellationToken);
        return animators.FindAll(m => GroupAccess.MayEnter(group, new Reader(m.Id, m.CollectiviteId, m.Administrator), GroupRole.Animator));
    }
}
