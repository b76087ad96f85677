using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Membership.ProConnect;

internal sealed class ProConnectIdentityMapping : IEntityTypeConfiguration<ProConnectIdentity>
{
    public void Configure(EntityTypeBuilder<ProConnectIdentity> builder)
    {
        builder.HasOne(i => i.Member).WithMany().HasForeignKey(i => i.MemberId);
        builder.HasIndex(i => new { i.Provider, i.Subject }).IsUnique();
    }
}
