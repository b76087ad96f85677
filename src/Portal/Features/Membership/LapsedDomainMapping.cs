using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Membership;

internal sealed class LapsedDomainMapping : IEntityTypeConfiguration<LapsedDomain>
{
    public void Configure(EntityTypeBuilder<LapsedDomain> builder)
    {
        builder.HasKey(d => d.Domain);
    }
}
