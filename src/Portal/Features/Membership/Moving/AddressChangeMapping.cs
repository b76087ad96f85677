using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Membership.Moving;

internal sealed class AddressChangeMapping : IEntityTypeConfiguration<AddressChange>
{
    public void Configure(EntityTypeBuilder<AddressChange> builder)
    {
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId);
        builder.HasIndex(c => new { c.MemberId, c.CreatedAt });
        builder.HasIndex(c => new { c.NewAddress, c.CreatedAt });
    }
}
