using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Live;

internal sealed class ParticipationMapping : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> builder)
    {
        builder.HasOne<Conference>().WithMany().HasForeignKey(p => p.ConferenceId);
        builder.HasIndex(p => new { p.ConferenceId, p.MemberId });
    }
}
