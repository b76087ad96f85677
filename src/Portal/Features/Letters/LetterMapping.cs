using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Letters;

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.Property(l => l.Kind).HasConversion<string>();
        builder.Property(l => l.Facts).HasColumnType("jsonb");
        builder.Property(l => l.NextTryAt).HasDefaultValueSql("now()");
        builder.HasIndex(l => l.NextTryAt).HasFilter("sent_at IS NULL AND dropped_at IS NULL");
        builder.HasIndex(l => new { l.Stream, l.Id }).HasFilter("sent_at IS NULL AND dropped_at IS NULL");
        builder.HasIndex(l => l.CreatedAt).HasFilter("kind = 'SignInCode'");
        builder.HasIndex(l => l.MessageId).IsUnique();
        builder.HasIndex(l => l.SentAt).HasFilter("sent_at IS NOT NULL");
    }
}
