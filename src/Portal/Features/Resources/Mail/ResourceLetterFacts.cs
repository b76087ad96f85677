using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Resources.Mail;

/// <summary>To a group's animators: a resource waits for a review.</summary>
/// <param name="MemberId">Who reads: the way out is derived for them when the letter is written out.</param>
public sealed record ReviewAwaitedFacts(int MemberId, int GroupId, int ResourceId, string Title, string Summary, string GroupName, string Author) : LetterFacts;

/// <summary>To its author: an animator published it.</summary>
public sealed record ResourcePublishedFacts(int ResourceId, string Title, string GroupName, string Reviewer) : LetterFacts;

/// <summary>To its author: an animator sent it back, and says why.</summary>
public sealed record ResourceSentBackFacts(int ResourceId, string Title, string GroupName, string Reviewer, string Note) : LetterFacts;
