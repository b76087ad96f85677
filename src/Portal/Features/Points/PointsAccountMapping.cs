using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Points;

internal sealed class PointsAccountMapping : IEntityTypeConfiguration<PointsAccount>
{
    public void Configure(EntityTypeBuilder<PointsAccount> builder)
    {
        builder.ToTable("points_accounts", table => table.HasCheckConstraint("ck_points_accounts_balance", "balance >= 0 AND earned >= 0"));
        builder.HasKey(a => a.MemberId);
        builder.Property(a => a.MemberId).ValueGeneratedNever();
        builder.HasOne<Member>().WithOne().HasForeignKey<PointsAccount>(a => a.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}
