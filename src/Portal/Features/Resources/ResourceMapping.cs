using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Resources;

internal sealed class ResourceMapping : IEntityTypeConfiguration<Resource>
{
    public void Configure(EntityTypeBuilder<Resource> builder)
    {
        builder.ToTable("resources", table => table.HasCheckConstraint(
            "ck_resources_door", "(door = 'Level') = (from_level IS NOT NULL) AND (door = 'Price') = (price IS NOT NULL) AND from_level BETWEEN 1 AND 5 AND price > 0"));
        builder.Property(r => r.Kind).HasConversion<string>();
        builder.Property(r => r.Door).HasConversion<string>();
        builder.HasOne(r => r.Author).WithMany().HasForeignKey(r => r.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.GroupId);
    }
}
