using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Membership;

internal sealed class DomainChangeMapping : IEntityTypeConfiguration<DomainChange>
{
    public void Configure(EntityTypeBuilder<DomainChange> builder)
    {
        builder.Property(c => c.Before).HasConversion<string>();
        builder.Property(c => c.After).HasConversion<string>();
        builder.HasOne<CollectiviteDomain>().WithMany().HasForeignKey(c => c.CollectiviteDomainId);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.SetNull);
    }
}
