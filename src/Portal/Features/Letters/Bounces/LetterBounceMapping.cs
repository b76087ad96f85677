using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Letters.Bounces;

internal sealed class LetterBounceMapping : IEntityTypeConfiguration<LetterBounce>
{
    public void Configure(EntityTypeBuilder<LetterBounce> builder)
    {
        builder.Property(b => b.Kind).HasConversion<string>();
        builder.Property(b => b.LetterKind).HasConversion<string>();
        builder.HasOne<Letter>().WithOne().HasForeignKey<LetterBounce>(b => b.LetterId);
        builder.HasIndex(b => new { b.Address, b.ReceivedAt }).HasFilter("kind = 'Hard'");
    }
}
