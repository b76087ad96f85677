using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Points;

/// <summary>The triggers that keep lines as they are and count the account are in <see cref="LedgerSql"/>.</summary>
internal sealed class PointsEntryMapping : IEntityTypeConfiguration<PointsEntry>
{
    public void Configure(EntityTypeBuilder<PointsEntry> builder)
    {
        builder.ToTable("points_entries", Check);
        builder.Property(e => e.Reason).HasConversion<string>();
        builder.Property(e => e.Facts).HasColumnType("jsonb");
        builder.HasIndex(e => new { e.MemberId, e.Reason, e.Subject }).IsUnique();
        builder.HasIndex(e => e.ReversesId).IsUnique();
        builder.HasIndex(e => e.RootId).HasFilter("root_id IS NOT NULL");
        builder.HasIndex(e => new { e.GroupId, e.EarnedAt }).HasDatabaseName("ix_points_entries_contributions").IncludeProperties(e => new { e.MemberId, e.Amount, e.Reason, e.RootId })
            .HasFilter("group_id IS NOT NULL AND reason IN ('ConferenceGiven', 'ResourceAccepted', 'UsefulRating', 'UsefulAnswer', 'Reversal')");
        builder.HasIndex(e => new { e.MemberId, e.EarnedAt, e.Id });
        builder.HasOne(e => e.Member).WithMany().HasForeignKey(e => e.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.WrittenBy).WithMany().HasForeignKey(e => e.WrittenById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Group>().WithMany().HasForeignKey(e => e.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PointsEntry>().WithMany().HasForeignKey(e => e.ReversesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PointsEntry>().WithMany().HasForeignKey(e => e.RootId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Check(TableBuilder<PointsEntry> table)
    {
        table.HasCheckConstraint("ck_points_entries_something", "amount <> 0");
        table.HasCheckConstraint("ck_points_entries_earned", "earned IN (0, amount)");
        table.HasCheckConstraint("ck_points_entries_reversal", "(reason = 'Reversal') = (reverses_id IS NOT NULL) AND (reverses_id IS NULL) = (root_id IS NULL)");
        table.HasCheckConstraint(
            "ck_points_entries_direction",
            "reason = 'Reversal' OR (reason = 'OpenedResource' AND amount < 0 AND earned = 0) OR (reason <> 'OpenedResource' AND amount > 0 AND earned = amount)");
        table.HasCheckConstraint(
            "ck_points_entries_own_vote", "reason NOT IN ('UsefulRating', 'UsefulAnswer', 'ResourceAccepted') OR (written_by_id IS NOT NULL AND written_by_id <> member_id)");
    }
}
