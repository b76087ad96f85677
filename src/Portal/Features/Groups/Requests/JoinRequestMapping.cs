using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Groups.Requests;

internal sealed class JoinRequestMapping : IEntityTypeConfiguration<JoinRequest>
{
    public void Configure(EntityTypeBuilder<JoinRequest> builder)
    {
        builder.HasIndex(r => new { r.GroupId, r.MemberId }).IsUnique().HasFilter("answered_at IS NULL");
        builder.HasIndex(r => r.MemberId);
        builder.HasOne(r => r.AnsweredBy).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("ck_join_requests_answer", "(answered_at IS NULL) = (accepted IS NULL)"));
    }
}
