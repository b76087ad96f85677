using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Live;

internal sealed class LiveRoomMapping : IEntityTypeConfiguration<LiveRoom>
{
    public void Configure(EntityTypeBuilder<LiveRoom> builder)
    {
        builder.HasKey(r => r.ConferenceId);
        builder.HasOne<Conference>().WithOne().HasForeignKey<LiveRoom>(r => r.ConferenceId);
    }
}
