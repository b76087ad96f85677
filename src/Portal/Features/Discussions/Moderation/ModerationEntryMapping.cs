using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Discussions.Moderation;

internal sealed class ModerationEntryMapping : IEntityTypeConfiguration<ModerationEntry>
{
    public void Configure(EntityTypeBuilder<ModerationEntry> builder)
    {
        builder.Property(e => e.Act).HasConversion<string>();
        builder.HasIndex(e => new { e.GroupId, e.Id });
        builder.HasOne(e => e.By).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}
