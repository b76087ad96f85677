using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Groups;

internal sealed class GroupMembershipMapping : IEntityTypeConfiguration<GroupMembership>
{
    public void Configure(EntityTypeBuilder<GroupMembership> builder)
    {
        builder.HasKey(m => new { m.GroupId, m.MemberId });
        builder.Property(m => m.Role).HasConversion<string>();
        builder.HasIndex(m => m.MemberId);
    }
}
