using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Membership;

internal sealed class CollectiviteMapping : IEntityTypeConfiguration<Collectivite>
{
    public void Configure(EntityTypeBuilder<Collectivite> builder)
    {
        builder.Property(c => c.Kind).HasConversion<string>();
        builder.HasIndex(c => c.Siren).IsUnique();
        builder.HasIndex(c => c.ImportKey).IsUnique();
        builder.HasIndex(c => c.Name);
        builder.HasMany(c => c.Domains).WithOne(d => d.Collectivite);
    }
}
