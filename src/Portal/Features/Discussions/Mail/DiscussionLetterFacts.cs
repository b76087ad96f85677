using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Discussions.Mail;

/// <summary>To who follows a topic, or is mentioned: a new post.</summary>
/// <param name="MemberId">Who reads: the way out is derived for them when the letter is written out.</param>
/// <param name="Text">Plain words, shortened.</param>
public sealed record PostWrittenFacts(int MemberId, int TopicId, long PostId, string Title, string GroupName, string Author, string Text, bool Mentioned) : LetterFacts;

/// <param name="New">Posts.</param>
public sealed record DigestTopic(string GroupName, int TopicId, string Title, int New);

/// <summary>What is new in the reader's groups.</summary>
public sealed record DigestFacts(int MemberId, DigestRhythm Rhythm, IReadOnlyList<DigestTopic> Topics) : LetterFacts;

/// <summary>To the author of a post that an animator hid.</summary>
public sealed record PostHiddenFacts(string Title, string GroupName, string Text, string Reason) : LetterFacts;

/// <summary>To the animators: somebody reports a post.</summary>
public sealed record PostReportedFacts(string GroupName, string Slug, string Title, string Author, string Reason) : LetterFacts;
