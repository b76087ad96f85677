using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Discussions.Mail;

internal sealed class DigestSettingMapping : IEntityTypeConfiguration<DigestSetting>
{
    public void Configure(EntityTypeBuilder<DigestSetting> builder)
    {
        builder.HasKey(d => d.MemberId);
        builder.Property(d => d.MemberId).ValueGeneratedNever();
        builder.HasOne(d => d.Member).WithOne().HasForeignKey<DigestSetting>(d => d.MemberId);
        builder.Property(d => d.Rhythm).HasConversion<string>();
        builder.HasIndex(d => d.NextAt).HasFilter("rhythm <> 'Never'");
    }
}
