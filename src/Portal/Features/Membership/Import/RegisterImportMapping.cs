using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Membership.Import;

internal sealed class RegisterImportMapping : IEntityTypeConfiguration<RegisterImport>
{
    public void Configure(EntityTypeBuilder<RegisterImport> builder)
    {
        builder.Property(i => i.Kind).HasConversion<string>();
        builder.Property(i => i.State).HasConversion<string>();
        builder.Property(i => i.UnderWay).HasComputedColumnSql("CASE WHEN state IN ('Reading', 'Applying') THEN true END", stored: true);
        builder.HasIndex(i => i.UnderWay).IsUnique();
        builder.Property(i => i.Figures).HasColumnType("jsonb");
        builder.HasOne<Member>().WithMany().HasForeignKey(i => i.MemberId).OnDelete(DeleteBehavior.SetNull);
    }
}
