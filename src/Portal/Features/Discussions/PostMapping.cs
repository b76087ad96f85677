using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Discussions;

internal sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.HasOne(p => p.Topic).WithMany().OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(p => p.Author).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.TopicId, p.Id });
        builder.HasIndex(p => new { p.AuthorId, p.ClientKey }).IsUnique();
    }
}
