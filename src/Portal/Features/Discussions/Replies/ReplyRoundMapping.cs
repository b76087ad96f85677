using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Discussions.Replies;

internal sealed class ReplyRoundMapping : IEntityTypeConfiguration<ReplyRound>
{
    public void Configure(EntityTypeBuilder<ReplyRound> builder)
    {
        builder.HasKey(r => r.MemberId);
        builder.Property(r => r.MemberId).ValueGeneratedNever();
        builder.HasOne(r => r.Member).WithOne().HasForeignKey<ReplyRound>(r => r.MemberId);
    }
}
