using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Live;

internal sealed class ChatMessageMapping : IEntityTypeConfiguration<ChatMessage>
{
    public void Configure(EntityTypeBuilder<ChatMessage> builder)
    {
        builder.HasOne<Conference>().WithMany().HasForeignKey(m => m.ConferenceId);
        builder.HasIndex(m => new { m.ConferenceId, m.Id });
        builder.HasIndex(m => new { m.ConferenceId, m.MemberId, m.ClientKey }).IsUnique();
    }
}
