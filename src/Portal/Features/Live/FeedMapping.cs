using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Live;

internal sealed class FeedMapping : IEntityTypeConfiguration<Feed>
{
    public void Configure(EntityTypeBuilder<Feed> builder)
    {
        builder.Property(f => f.Kind).HasConversion<string>();
        builder.HasOne<Conference>().WithMany().HasForeignKey(f => f.ConferenceId);
        builder.HasIndex(f => new { f.ConferenceId, f.FeedKey }).IsUnique();
    }
}
