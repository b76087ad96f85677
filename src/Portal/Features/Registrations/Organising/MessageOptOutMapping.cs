using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Registrations.Organising;

internal sealed class MessageOptOutMapping : IEntityTypeConfiguration<MessageOptOut>
{
    public void Configure(EntityTypeBuilder<MessageOptOut> builder)
    {
        builder.HasKey(o => new { o.ConferenceId, o.MemberId });
        builder.HasOne<Conference>().WithMany().HasForeignKey(o => o.ConferenceId);
        builder.HasOne<Member>().WithMany().HasForeignKey(o => o.MemberId);
    }
}
