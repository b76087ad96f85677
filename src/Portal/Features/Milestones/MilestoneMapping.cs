using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Milestones;

internal sealed class MilestoneMapping : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.Property(m => m.Kind).HasConversion<string>();
        builder.Property(m => m.Outcome).HasConversion<string>();
        // Rows are also inserted by SQL that knows nothing of failures.
        builder.Property(m => m.Failures).HasDefaultValue(0);
        builder.HasOne<Conference>().WithMany().HasForeignKey(m => m.ConferenceId);
        builder.HasIndex(m => new { m.ConferenceId, m.Kind }).IsUnique();
        builder.HasIndex(m => m.DueAt).HasFilter("done_at IS NULL");
        builder.HasIndex(m => m.DoneAt).HasFilter("outcome = 'Missed'");
    }
}
