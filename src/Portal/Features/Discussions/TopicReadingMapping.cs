using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Discussions;

internal sealed class TopicReadingMapping : IEntityTypeConfiguration<TopicReading>
{
    public void Configure(EntityTypeBuilder<TopicReading> builder)
    {
        builder.HasKey(r => new { r.TopicId, r.MemberId });
        builder.HasIndex(r => r.MemberId);
    }
}
