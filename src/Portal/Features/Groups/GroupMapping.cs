using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Groups;

internal sealed class GroupMapping : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.HasIndex(g => g.Slug).IsUnique();
        builder.Property(g => g.Door).HasConversion<string>();
        builder.Property(g => g.Theme).HasConversion<string>();
        builder.ToTable(t => t.HasCheckConstraint("ck_groups_door", "(door = 'Collectivite') = (collectivite_id IS NOT NULL)"));
    }
}
