using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Discussions.Moderation;

internal sealed class PostReportMapping : IEntityTypeConfiguration<PostReport>
{
    public void Configure(EntityTypeBuilder<PostReport> builder)
    {
        builder.HasIndex(r => new { r.PostId, r.ReporterId }).IsUnique();
        builder.HasIndex(r => r.ReportedAt).HasFilter("settled_at IS NULL");
        builder.HasOne(r => r.Reporter).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}
