using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Discussions;

internal sealed class CharterAcceptanceMapping : IEntityTypeConfiguration<CharterAcceptance>
{
    public void Configure(EntityTypeBuilder<CharterAcceptance> builder)
    {
        builder.HasKey(c => c.MemberId);
        builder.Property(c => c.MemberId).ValueGeneratedNever();
        builder.HasOne(c => c.Member).WithOne().HasForeignKey<CharterAcceptance>(c => c.MemberId);
    }
}
