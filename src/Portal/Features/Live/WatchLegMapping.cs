using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Live;

internal sealed class WatchLegMapping : IEntityTypeConfiguration<WatchLeg>
{
    public void Configure(EntityTypeBuilder<WatchLeg> builder)
    {
        builder.ToTable("watch_legs");
        builder.HasKey(l => new { l.ParticipationId, l.Leg });
        builder.HasOne<Participation>().WithMany().HasForeignKey(l => l.ParticipationId).OnDelete(DeleteBehavior.Cascade);
    }
}
