using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Registrations.Questions;

internal sealed class RegistrationAnswerMapping : IEntityTypeConfiguration<RegistrationAnswer>
{
    public void Configure(EntityTypeBuilder<RegistrationAnswer> builder)
    {
        builder.HasKey(a => new { a.QuestionId, a.MemberId });
        builder.HasIndex(a => a.MemberId);
        builder.ToTable(t => t.HasCheckConstraint("ck_registration_answers_text", "text <> ''"));
    }
}
