using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Membership.Register;

namespace Training.Portal.Features.Groups;

/// <summary>Opens a group; who opens it animates it.</summary>
public sealed class GroupCreation(TrainingDb db, NamedCollectivites register, TimeProvider clock)
{
    /// <summary>The collectivité meant, by SIREN or exact name, or why none.</summary>
    public async Task<(int? Id, GroupFormRefusal? Refusal)> CollectiviteAsync(GroupForm form, CancellationToken cancellationToken = default)
    {
        if (form.Door != GroupDoor.Collectivite)
            return (null, null);
        return await register.FindAsync(form.Collectivite!, cancellationToken) switch
        {
            [] => (null, GroupFormRefusal.CollectiviteUnknown),
            [var id] => (id, null),
            _ => (null, GroupFormRefusal.CollectiviteAmbiguous),
        };
    }

    /// <summary>The new group's slug. The form has passed <see cref="GroupFormRule"/>.</summary>
    public async Task<string> CreateAsync(GroupForm form, int? collectiviteId, Reader animator, CancellationToken cancellationToken = default)
    {
        for (var number = 1; ; number++)
        {
            var group = Row(form, GroupSlug.Numbered(GroupSlug.Of(form.Name!), number), collectiviteId, animator);
            db.Groups.Add(group);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return group.Slug;
            }
            catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private Group Row(GroupForm form, string slug, int? collectiviteId, Reader animator)
    {
        var now = clock.GetUtcNow();
        return new Group
        {
            Slug = slug,
            Name = form.Name!.Trim(),
            Purpose = form.Purpose?.Trim() ?? "",
            Theme = form.Theme!.Value,
            Territory = form.Territory!,
            Audience = form.Services,
            Door = form.Door!.Value,
            CollectiviteId = collectiviteId,
            CreatedAt = now,
            Memberships = { new GroupMembership { MemberId = animator.MemberId, Role = GroupRole.Animator, JoinedAt = now } },
        };
    }
}
