using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Registrations;

internal sealed class RegistrationMapping : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.HasIndex(r => new { r.ConferenceId, r.MemberId }).IsUnique().HasFilter("withdrawn_at IS NULL");
        builder.HasIndex(r => r.MemberId);
    }
}
