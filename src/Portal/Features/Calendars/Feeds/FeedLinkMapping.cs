using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Calendars.Feeds;

internal sealed class FeedLinkMapping : IEntityTypeConfiguration<FeedLink>
{
    public void Configure(EntityTypeBuilder<FeedLink> builder)
    {
        builder.ToTable("feed_links");
        builder.HasKey(l => l.MemberId);
        builder.Property(l => l.MemberId).ValueGeneratedNever();
        builder.HasOne<Member>().WithOne().HasForeignKey<FeedLink>(l => l.MemberId);
        builder.HasIndex(l => l.TokenHash).IsUnique();
    }
}
