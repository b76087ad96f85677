using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Membership.WayIn;

internal sealed class AdmissionRequestMapping : IEntityTypeConfiguration<AdmissionRequest>
{
    public void Configure(EntityTypeBuilder<AdmissionRequest> builder)
    {
        builder.Property(r => r.State).HasConversion<string>();
        builder.HasIndex(r => new { r.Address, r.AskedAt });
        builder.HasIndex(r => new { r.CollectiviteId, r.AskedAt });
        builder.HasIndex(r => r.Address).IsUnique().HasFilter("state = 'Pending'");
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.DecidedById).OnDelete(DeleteBehavior.SetNull);
    }
}
