using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Recordings;

internal sealed class RecordingMapping : IEntityTypeConfiguration<Recording>
{
    public void Configure(EntityTypeBuilder<Recording> builder)
    {
        builder.HasKey(r => r.ConferenceId);
        builder.Property(r => r.State).HasConversion<string>();
        builder.HasOne(r => r.Conference).WithOne().HasForeignKey<Recording>(r => r.ConferenceId);
    }
}
