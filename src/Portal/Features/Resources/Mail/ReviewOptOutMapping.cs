using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Resources.Mail;

internal sealed class ReviewOptOutMapping : IEntityTypeConfiguration<ReviewOptOut>
{
    public void Configure(EntityTypeBuilder<ReviewOptOut> builder)
    {
        builder.HasKey(o => new { o.GroupId, o.MemberId });
        builder.HasOne<Group>().WithMany().HasForeignKey(o => o.GroupId);
        builder.HasOne<Member>().WithMany().HasForeignKey(o => o.MemberId);
    }
}
