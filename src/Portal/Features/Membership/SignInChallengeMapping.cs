using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Membership;

internal sealed class SignInChallengeMapping : IEntityTypeConfiguration<SignInChallenge>
{
    public void Configure(EntityTypeBuilder<SignInChallenge> builder)
    {
        builder.HasIndex(c => new { c.Address, c.CreatedAt });
        builder.HasIndex(c => new { c.Client, c.CreatedAt });
        builder.HasIndex(c => c.CreatedAt);
    }
}
