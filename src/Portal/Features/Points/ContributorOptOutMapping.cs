using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Points;

internal sealed class ContributorOptOutMapping : IEntityTypeConfiguration<ContributorOptOut>
{
    public void Configure(EntityTypeBuilder<ContributorOptOut> builder)
    {
        builder.ToTable("contributor_opt_outs");
        builder.HasKey(o => o.MemberId);
        builder.Property(o => o.MemberId).ValueGeneratedNever();
        builder.HasOne<Member>().WithOne().HasForeignKey<ContributorOptOut>(o => o.MemberId);
    }
}
