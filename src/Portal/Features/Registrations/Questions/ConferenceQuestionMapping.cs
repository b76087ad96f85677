using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Registrations.Questions;

internal sealed class ConferenceQuestionMapping : IEntityTypeConfiguration<ConferenceQuestion>
{
    public void Configure(EntityTypeBuilder<ConferenceQuestion> builder)
    {
        builder.Property(q => q.Kind).HasConversion<string>();
        builder.HasIndex(q => new { q.ConferenceId, q.Position });
        builder.ToTable(t => t.HasCheckConstraint("ck_conference_questions_choices", "(kind = 'Choice') = (cardinality(choices) > 0)"));
    }
}
