namespace Training.Portal.Features.Discussions.Replies;

/// <summary>What a reply address says: who may answer which topic by it.</summary>
/// <param name="IssuedOn">UTC day of the letter that carries it; it serves <c>Mail:ReplyDays</c> days.</param>
/// <param name="Round">The member's round then: a member who starts a new round makes all earlier addresses void.</param>
public sealed record ReplyTicket(int MemberId, int TopicId, DateOnly IssuedOn, int Round);
