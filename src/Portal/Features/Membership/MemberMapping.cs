using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Membership;

internal sealed class MemberMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.Property(m => m.Proof).HasConversion<string>();
        builder.Property(m => m.Trade).HasConversion<string>();
        builder.Property(m => m.Audience).HasConversion<string>();
        builder.Property(m => m.PlainProfile)
            .HasComputedColumnSql("public.plain_words(name || ' ' || coalesce(function, '') || ' ' || coalesce(territory, ''))", stored: true);
        builder.HasIndex(m => m.PlainProfile).HasMethod("gin").HasOperators("public.gin_trgm_ops");
        builder.HasIndex(m => new { m.PlainProfile, m.Id });
        builder.HasIndex(m => m.Address).IsUnique();
    }
}
