using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Conferences;

internal sealed class ConferenceTrainerMapping : IEntityTypeConfiguration<ConferenceTrainer>
{
    public void Configure(EntityTypeBuilder<ConferenceTrainer> builder)
    {
        builder.HasKey(t => new { t.ConferenceId, t.MemberId });
        builder.HasOne<Conference>().WithMany(c => c.Trainers).HasForeignKey(t => t.ConferenceId);
    }
}
