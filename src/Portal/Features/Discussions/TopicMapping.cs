using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Discussions;

internal sealed class TopicMapping : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.HasOne(t => t.Author).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.GroupId, t.LastPostAt });
        builder.HasIndex(t => new { t.AuthorId, t.ClientKey }).IsUnique();
    }
}
