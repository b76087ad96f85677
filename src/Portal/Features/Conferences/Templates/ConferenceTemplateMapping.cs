using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Conferences.Contents;

namespace Training.Portal.Features.Conferences.Templates;

internal sealed class ConferenceTemplateMapping : IEntityTypeConfiguration<ConferenceTemplate>
{
    public void Configure(EntityTypeBuilder<ConferenceTemplate> builder)
    {
        builder.ToTable("conference_templates");
        builder.HasKey(t => t.GroupId);
        builder.Property(t => t.GroupId).ValueGeneratedNever();
        builder.HasOne(t => t.Group).WithOne().HasForeignKey<ConferenceTemplate>(t => t.GroupId);
        builder.Property(t => t.Parts).AreParts();
    }
}
