using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Points;

internal sealed class PointsEntryMapping : IEntityTypeConfiguration<PointsEntry>
{
    public void Configure(EntityTypeBuilder<PointsEntry> builder)
    {
        builder.ToTable("points_entries");
        builder.Property(e => e.Reason).HasConversion<string>();
        builder.Property(e => e.Facts).HasColumnType("jsonb");
        builder.HasIndex(e => new { e.MemberId, e.Reason, e.Subject }).IsUnique();
    }
}
