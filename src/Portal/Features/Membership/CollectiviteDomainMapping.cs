using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Membership;

internal sealed class CollectiviteDomainMapping : IEntityTypeConfiguration<CollectiviteDomain>
{
    public void Configure(EntityTypeBuilder<CollectiviteDomain> builder)
    {
        builder.Property(d => d.State).HasConversion<string>();
        builder.HasIndex(d => new { d.Domain, d.CollectiviteId }).IsUnique();
    }
}
