using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Resources;

internal sealed class ResourceRowMapping : IEntityTypeConfiguration<ResourceRow>
{
    public void Configure(EntityTypeBuilder<ResourceRow> builder)
    {
        builder.ToTable("resource_rows");
        builder.HasKey(r => new { r.VersionId, r.Position });
        builder.HasOne<ResourceVersion>().WithMany().HasForeignKey(r => r.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}
