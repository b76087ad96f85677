using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Conferences.Audiences;

internal sealed class ConferenceCollectiviteMapping : IEntityTypeConfiguration<ConferenceCollectivite>
{
    public void Configure(EntityTypeBuilder<ConferenceCollectivite> builder)
    {
        builder.ToTable("conference_collectivites");
        builder.HasKey(c => new { c.ConferenceId, c.CollectiviteId });
        builder.HasOne<Conference>().WithMany(c => c.Collectivites).HasForeignKey(c => c.ConferenceId);
    }
}
