using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Resources;

internal sealed class ResourceRatingMapping : IEntityTypeConfiguration<ResourceRating>
{
    public void Configure(EntityTypeBuilder<ResourceRating> builder)
    {
        builder.ToTable("resource_ratings", table => table.HasCheckConstraint("ck_resource_ratings_not_own", "member_id <> author_id"));
        builder.HasKey(r => new { r.ResourceId, r.MemberId });
        builder.HasOne<Resource>().WithMany().HasForeignKey(r => r.ResourceId);
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}
