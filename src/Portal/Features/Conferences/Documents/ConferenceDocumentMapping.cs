using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Conferences.Documents;

internal sealed class ConferenceDocumentMapping : IEntityTypeConfiguration<ConferenceDocument>
{
    public void Configure(EntityTypeBuilder<ConferenceDocument> builder)
    {
        builder.ToTable("conference_documents");
        builder.Property(d => d.Moment).HasConversion<string>();
        builder.HasOne<Conference>().WithMany().HasForeignKey(d => d.ConferenceId);
        builder.HasOne(d => d.Content).WithMany().HasForeignKey(d => d.ContentHash).OnDelete(DeleteBehavior.Restrict);
    }
}
