using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Groups;

internal sealed class GroupExclusionMapping : IEntityTypeConfiguration<GroupExclusion>
{
    public void Configure(EntityTypeBuilder<GroupExclusion> builder)
    {
        builder.HasKey(e => new { e.GroupId, e.MemberId });
        builder.HasOne(e => e.By).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}
