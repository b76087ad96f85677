using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Resources;

internal sealed class ResourceVersionMapping : IEntityTypeConfiguration<ResourceVersion>
{
    public void Configure(EntityTypeBuilder<ResourceVersion> builder)
    {
        builder.ToTable("resource_versions", table => table.HasCheckConstraint(
            "ck_resource_versions_reviewed", "state <> 'Published' OR (reviewed_by_id IS NOT NULL AND reviewed_at IS NOT NULL)"));
        builder.Property(v => v.State).HasConversion<string>();
        builder.HasIndex(v => new { v.ResourceId, v.Number }).IsUnique();
        builder.HasIndex(v => v.ResourceId).IsUnique().HasFilter("state <> 'Published'").HasDatabaseName("ix_resource_versions_one_in_preparation");
        builder.HasOne(v => v.WrittenBy).WithMany().HasForeignKey(v => v.WrittenById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(v => v.ReviewedBy).WithMany().HasForeignKey(v => v.ReviewedById).OnDelete(DeleteBehavior.Restrict);
    }
}
