using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Membership;

internal sealed class CollectiviteMapping : IEntityTypeConfiguration<Collectivite>
{
    public void Configure(EntityTypeBuilder<Collectivite> builder)
    {
        builder.Property(c => c.Kind).HasConversion<string>();
        builder.Property(c => c.PlainName).HasComputedColumnSql("public.plain_words(name)", stored: true);
        builder.HasIndex(c => c.Siren).IsUnique();
        builder.HasIndex(c => c.ImportKey).IsUnique();
        builder.HasIndex(c => c.Name);
        builder.HasIndex(c => c.InseeCode).HasOperators("text_pattern_ops");
        builder.HasIndex(c => c.PostalCodes).HasMethod("gin");
        builder.HasIndex(c => c.PlainName).HasMethod("gin").HasOperators("public.gin_trgm_ops");
        builder.HasMany(c => c.Domains).WithOne(d => d.Collectivite);
    }
}
