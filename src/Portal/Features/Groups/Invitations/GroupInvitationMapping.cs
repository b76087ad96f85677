using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Groups.Invitations;

internal sealed class GroupInvitationMapping : IEntityTypeConfiguration<GroupInvitation>
{
    public void Configure(EntityTypeBuilder<GroupInvitation> builder)
    {
        builder.HasIndex(i => i.TokenHash).IsUnique();
        builder.HasIndex(i => new { i.GroupId, i.CreatedAt });
        builder.HasIndex(i => new { i.GroupId, i.Address }).IsUnique().HasFilter("address IS NOT NULL AND accepted_at IS NULL AND revoked_at IS NULL");
        builder.HasOne(i => i.CreatedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}
