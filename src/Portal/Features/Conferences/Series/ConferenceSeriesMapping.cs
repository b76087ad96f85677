using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Conferences.Series;

internal sealed class ConferenceSeriesMapping : IEntityTypeConfiguration<ConferenceSeries>
{
    public void Configure(EntityTypeBuilder<ConferenceSeries> builder)
    {
        builder.ToTable("conference_series");
        builder.Ignore(s => s.Zone);
    }
}
