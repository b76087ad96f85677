using Training.Portal.Features.Discussions.Replies;

namespace Training.Scheduler.Replies;

/// <summary>What a mail to one of our signed addresses is: an answer in a discussion, or a letter that comes back.</summary>
/// <param name="Reply">Who answers which topic; null for a return.</param>
/// <param name="Letter">The letter that comes back; null for an answer.</param>
internal sealed record MailAim(ReplyTicket? Reply, long? Letter);
