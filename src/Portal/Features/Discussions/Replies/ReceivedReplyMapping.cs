using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Discussions.Replies;

/// <summary>No key to topic and post: what happened is kept whatever becomes of them.</summary>
internal sealed class ReceivedReplyMapping : IEntityTypeConfiguration<ReceivedReply>
{
    public void Configure(EntityTypeBuilder<ReceivedReply> builder)
    {
        builder.ToTable("received_replies");
        builder.Property(r => r.Refusal).HasConversion<string>();
        builder.HasIndex(r => new { r.MemberId, r.TopicId, r.MessageKey }).IsUnique();
        builder.HasIndex(r => r.ReceivedAt);
        builder.HasOne(r => r.Member).WithMany().OnDelete(DeleteBehavior.Cascade);
    }
}
