using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups.Invitations;

/// <summary>What became of a list of addresses.</summary>
/// <param name="Sent">Letters written.</param>
/// <param name="Inside">Members already.</param>
/// <param name="Waiting">Invited already, and still welcome.</param>
public sealed record InvitationReport(int Sent, int Inside, int Waiting);

/// <summary>Gives invitations and takes them back. Invitations of one group are given one list after the other.</summary>
public sealed class InvitationDesk(TrainingDb db, GroupDesk groups, InvitationTokens tokens, Outbox outbox, TimeProvider clock)
{
    /// <summary>Null when the reader animates no more, or when it would be too many for a day: then nothing is sent.</summary>
    public async Task<InvitationReport?> InviteAsync(
        GroupSight sight, IReadOnlyList<string> addresses, int days, CancellationToken cancellationToken = default)
    {
        await using var transaction = await groups.LockAsync(sight.Group.Id, cancellationToken);
        var fresh = await FreshAsync(sight.Group.Id, addresses, cancellationToken);
        if (!await groups.StillAnimatesAsync(sight, cancellationToken) || await IsTooManyAsync(sight.Group.Id, fresh.Count, cancellationToken))
            return null;
        var known = await db.Members.Where(m => fresh.Contains(m.Address)).ToDictionaryAsync(m => m.Address, m => m.Language, cancellationToken);
        var inviter = await db.Members.Where(m => m.Id == sight.Reader.MemberId).Select(m => m.Name).SingleAsync(cancellationToken);
        foreach (var address in fresh)
            Write(sight, New(sight, address, days), inviter, known.GetValueOrDefault(address) ?? "fr");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var inside = await InsideAsync(sight.Group.Id, addresses, cancellationToken);
        return new InvitationReport(fresh.Count, inside.Count, addresses.Count - fresh.Count - inside.Count);
    }

    /// <summary>A link for whoever holds it. Null when the reader animates no more.</summary>
    public async Task<GroupInvitation?> LinkAsync(GroupSight sight, int days, CancellationToken cancellationToken = default)
    {
        await using var transaction = await groups.LockAsync(sight.Group.Id, cancellationToken);
        if (!await groups.StillAnimatesAsync(sight, cancellationToken))
            return null;
        var link = New(sight, null, days);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return link;
    }

    /// <summary>Revoking twice is revoking once; who came in stays.</summary>
    public Task RevokeAsync(GroupSight sight, Guid invitation, CancellationToken cancellationToken = default) =>
        db.GroupInvitations.Where(i => i.Id == invitation && i.GroupId == sight.Group.Id && i.RevokedAt == null && i.AcceptedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.RevokedAt, clock.GetUtcNow()), cancellationToken);

    /// <summary>Neither members, nor waiting for an answer; an expired invitation makes room for a new one.</summary>
    private async Task<List<string>> FreshAsync(int groupId, IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = db.GroupInvitations.Where(i => i.GroupId == groupId && addresses.Contains(i.Address!) && i.AcceptedAt == null && i.RevokedAt == null);
        await open.Where(i => i.ExpiresAt <= now).ExecuteUpdateAsync(set => set.SetProperty(i => i.RevokedAt, now), cancellationToken);
        var waiting = await open.Select(i => i.Address!).ToListAsync(cancellationToken);
        return [.. addresses.Except(waiting).Except(await InsideAsync(groupId, addresses, cancellationToken))];
    }

    private Task<List<string>> InsideAsync(int groupId, IReadOnlyList<string> addresses, CancellationToken cancellationToken) =>
        db.GroupMemberships.Where(m => m.GroupId == groupId && addresses.Contains(m.Member.Address)).Select(m => m.Member.Address).ToListAsync(cancellationToken);

    private async Task<bool> IsTooManyAsync(int groupId, int more, CancellationToken cancellationToken)
    {
        var yesterday = clock.GetUtcNow().AddDays(-1);
        return await db.GroupInvitations.CountAsync(i => i.GroupId == groupId && i.Address != null && i.CreatedAt > yesterday, cancellationToken) + more
            > InvitationRule.MostPerDay;
    }

    private GroupInvitation New(GroupSight sight, string? address, int days)
    {
        var (id, now) = (Guid.NewGuid(), clock.GetUtcNow());
        return db.GroupInvitations.Add(new GroupInvitation
        {
            Id = id,
            GroupId = sight.Group.Id,
            TokenHash = InvitationTokens.HashOf(tokens.Of(id))!,
            Address = address,
            CreatedById = sight.Reader.MemberId,
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
        }).Entity;
    }

    private void Write(GroupSight sight, GroupInvitation invitation, string inviter, string language) => outbox.Write(
        new GroupInvitedFacts(invitation.Id, sight.Group.Name, inviter, invitation.ExpiresAt),
        invitation.Address!, $"invitation:{invitation.Id:N}", language, pointlessAfter: invitation.ExpiresAt);
}
