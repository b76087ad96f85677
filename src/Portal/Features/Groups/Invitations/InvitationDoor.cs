using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups.Invitations;

/// <summary>An invitation as its holder sees it.</summary>
/// <param name="Member">The reader is in the group already.</param>
/// <param name="Refusal">Null when it lets the reader in.</param>
public sealed record InvitationSight(GroupInvitation Invitation, bool Member, InvitationRefusal? Refusal);

/// <summary>Looks invitations up by their token, and lets in.</summary>
public sealed class InvitationDoor(TrainingDb db, GroupDesk groups, TimeProvider clock)
{
    /// <summary>Null when no invitation has this token.</summary>
    public async Task<InvitationSight?> FindAsync(string? token, Reader reader, CancellationToken cancellationToken = default)
    {
        if (InvitationTokens.HashOf(token) is not { } hash)
            return null;
        var invitation = await db.GroupInvitations.AsNoTracking().Include(i => i.Group).Include(i => i.CreatedBy)
            .SingleOrDefaultAsync(i => i.TokenHash == hash, cancellationToken);
        return invitation is null ? null : await SightAsync(invitation, reader, cancellationToken);
    }

    /// <summary>Exact under concurrency: decided again under the group's lock, so that one address comes in once and a revocation holds.</summary>
    public async Task<InvitationSight?> EnterAsync(string? token, Reader reader, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(token, reader, cancellationToken) is not { } found)
            return null;
        await using var transaction = await groups.LockAsync(found.Invitation.GroupId, cancellationToken);
        var sight = (await FindAsync(token, reader, cancellationToken))!;
        if (sight.Member || sight.Refusal is not null)
            return sight;
        await groups.AdmitAsync(sight.Invitation.GroupId, reader.MemberId, cancellationToken);
        await CountAsync(sight.Invitation, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return sight;
    }

    private Task<int> CountAsync(GroupInvitation invitation, CancellationToken cancellationToken) =>
        db.GroupInvitations.Where(i => i.Id == invitation.Id).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.Uses, i => i.Uses + 1)
                .SetProperty(i => i.AcceptedAt, i => i.Address == null ? i.AcceptedAt : clock.GetUtcNow()),
            cancellationToken);

    private async Task<InvitationSight> SightAsync(GroupInvitation invitation, Reader reader, CancellationToken cancellationToken)
    {
        var group = invitation.Group;
        var address = await db.Members.Where(m => m.Id == reader.MemberId).Select(m => m.Address).SingleAsync(cancellationToken);
        var member = await db.GroupMemberships.AnyAsync(m => m.GroupId == group.Id && m.MemberId == reader.MemberId, cancellationToken);
        var facts = new InvitationFacts(
            invitation, address, await groups.IsExcludedAsync(group.Id, reader.MemberId, cancellationToken),
            GroupAccess.MayAcceptInvitation(group.Door, group.CollectiviteId, reader));
        return new InvitationSight(invitation, member, InvitationRule.Refusal(facts, clock.GetUtcNow()));
    }
}
