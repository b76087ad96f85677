using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Conferences.Contents;

namespace Training.Portal.Features.Conferences;

internal sealed class ConferenceMapping : IEntityTypeConfiguration<Conference>
{
    public void Configure(EntityTypeBuilder<Conference> builder)
    {
        builder.Property(c => c.State).HasConversion<string>();
        builder.Property(c => c.Audience).HasConversion<string>();
        builder.PrimitiveCollection(c => c.Trades).ElementType(t => t.HasConversion<string>());
        builder.Property(c => c.Parts).AreParts();
        builder.HasIndex(c => c.StartsAt);
        builder.HasIndex(c => new { c.GroupId, c.StartsAt });
        builder.HasIndex(c => new { c.StartsAt, c.Id }).HasDatabaseName("ix_conferences_ahead").HasFilter("state IN ('Planned', 'DoorsOpen', 'Live')");
        builder.HasIndex(c => c.CalendarUid).IsUnique();
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("ck_conferences_seats", "seats_taken BETWEEN 0 AND capacity");
            t.HasCheckConstraint("ck_conferences_waiting", "waiting >= 0");
            t.HasCheckConstraint("ck_conferences_times", "starts_at < ends_at");
            t.HasCheckConstraint("ck_conferences_rehearsal", "(rehearses_at IS NULL) = (rehearses_until IS NULL) AND rehearses_at < rehearses_until AND rehearses_until <= starts_at");
            t.HasCheckConstraint("ck_conferences_series", "(series_id IS NULL) = (series_date IS NULL) AND (series_id IS NULL) = (series_time IS NULL)");
            t.HasCheckConstraint("ck_conferences_undated", "NOT undated OR state = 'Draft'");
        });
    }
}
