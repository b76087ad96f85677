using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Resources;

internal sealed class ResourceAttachmentMapping : IEntityTypeConfiguration<ResourceAttachment>
{
    public void Configure(EntityTypeBuilder<ResourceAttachment> builder)
    {
        builder.ToTable("resource_attachments");
        builder.HasOne(a => a.Version).WithMany(v => v.Attachments).HasForeignKey(a => a.VersionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(a => a.Content).WithMany().HasForeignKey(a => a.ContentHash).OnDelete(DeleteBehavior.Restrict);
    }
}
