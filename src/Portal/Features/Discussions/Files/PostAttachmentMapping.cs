using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Discussions.Files;

internal sealed class PostAttachmentMapping : IEntityTypeConfiguration<PostAttachment>
{
    public void Configure(EntityTypeBuilder<PostAttachment> builder)
    {
        builder.ToTable("post_attachments");
        builder.HasOne(a => a.Post).WithMany(p => p.Attachments).HasForeignKey(a => a.PostId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(a => a.Content).WithMany().HasForeignKey(a => a.ContentHash).OnDelete(DeleteBehavior.Restrict);
    }
}
