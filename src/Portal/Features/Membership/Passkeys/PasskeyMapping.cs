using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Membership.Passkeys;

internal sealed class PasskeyMapping : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.HasOne(p => p.Member).WithMany().HasForeignKey(p => p.MemberId);
        builder.HasIndex(p => p.CredentialId).IsUnique();
    }
}
