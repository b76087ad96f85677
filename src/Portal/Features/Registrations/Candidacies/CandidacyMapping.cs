using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Registrations.Candidacies;

internal sealed class CandidacyMapping : IEntityTypeConfiguration<Candidacy>
{
    public void Configure(EntityTypeBuilder<Candidacy> builder)
    {
        builder.Property(k => k.State).HasConversion<string>();
        builder.HasIndex(k => new { k.ConferenceId, k.MemberId }).IsUnique().HasFilter("ended_at IS NULL");
        builder.HasIndex(k => new { k.ConferenceId, k.Ticket }).IsUnique();
        // Whoever was put forward once is not put forward again: no seat is hoarded by turns, no mailbox pestered.
        builder.HasIndex(k => new { k.ConferenceId, k.Address }).IsUnique().HasFilter("address IS NOT NULL");
        builder.HasIndex(k => new { k.ConferenceId, k.HeldUntil }).HasFilter("ended_at IS NULL AND held_until IS NOT NULL");
        builder.HasIndex(k => k.MemberId);
        builder.HasOne(k => k.Member).WithMany().HasForeignKey(k => k.MemberId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(k => k.ProposedBy).WithMany().HasForeignKey(k => k.ProposedById).OnDelete(DeleteBehavior.SetNull);
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("ck_candidacies_end", "(state IN ('Waiting', 'Offered', 'Requested', 'Proposed')) = (ended_at IS NULL)");
            t.HasCheckConstraint("ck_candidacies_held", "state NOT IN ('Offered', 'Proposed') OR held_until IS NOT NULL");
            t.HasCheckConstraint("ck_candidacies_who", "member_id IS NOT NULL OR address IS NOT NULL");
        });
    }
}
