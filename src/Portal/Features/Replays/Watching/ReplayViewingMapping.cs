using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Replays.Watching;

internal sealed class ReplayViewingMapping : IEntityTypeConfiguration<ReplayViewing>
{
    public void Configure(EntityTypeBuilder<ReplayViewing> builder)
    {
        builder.ToTable("replay_viewings");
        builder.HasKey(v => new { v.ConferenceId, v.MemberId });
        builder.HasOne<Conference>().WithMany().HasForeignKey(v => v.ConferenceId);
        builder.HasOne<Member>().WithMany().HasForeignKey(v => v.MemberId);
    }
}
