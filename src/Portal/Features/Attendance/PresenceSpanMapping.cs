using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Attendance;

internal sealed class PresenceSpanMapping : IEntityTypeConfiguration<PresenceSpan>
{
    public void Configure(EntityTypeBuilder<PresenceSpan> builder)
    {
        builder.HasOne<Conference>().WithMany().HasForeignKey(s => s.ConferenceId);
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId);
        builder.HasIndex(s => new { s.ConferenceId, s.MemberId, s.StartedAt });
    }
}
