using Training.Portal.Features.Attachments;
using Training.Portal.Features.Discussions.Replies;
using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Discussions.Mail;

/// <summary>To who follows a topic, or is mentioned: a new post.</summary>
/// <param name="MemberId">Who reads: the way out is derived for them when the letter is written out.</param>
/// <param name="Text">Plain words, shortened.</param>
public sealed record PostWrittenFacts(int MemberId, int TopicId, long PostId, string Title, string GroupName, string Author, string Text, bool Mentioned) : LetterFacts
{
    /// <summary>The reader may answer by mail, by an address of this round; null when they may not write there.</summary>
    public int? ReplyRound { get; init; }

    /// <summary>Names of the files beside the post.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}

/// <param name="New">Posts.</param>
public sealed record DigestTopic(string GroupName, int TopicId, string Title, int New);

/// <summary>What is new in the reader's groups.</summary>
public sealed record DigestFacts(int MemberId, DigestRhythm Rhythm, IReadOnlyList<DigestTopic> Topics) : LetterFacts;

/// <summary>To the author of a post that an animator hid.</summary>
public sealed record PostHiddenFacts(string Title, string GroupName, string Text, string Reason) : LetterFacts;

/// <summary>To the animators: somebody reports a post.</summary>
public sealed record PostReportedFacts(string GroupName, string Slug, string Title, string Author, string Reason) : LetterFacts;

/// <summary>To a member whose mail to a reply address becomes no post.</summary>
/// <param name="Subject">Of that mail.</param>
/// <param name="Text">What it said, so that it can be pasted; empty when somebody else sent it.</param>
public sealed record ReplyRefusedFacts(ReplyRefusal Refusal, string Subject, int TopicId, string Text) : LetterFacts;

/// <summary>A file of a mail that was left out, and why.</summary>
public sealed record LeftFile(string Name, AttachmentRefusal Refusal);

/// <summary>To a member whose mail was published without some of its files.</summary>
public sealed record ReplyFilesLeftFacts(string Subject, int TopicId, IReadOnlyList<LeftFile> Files) : LetterFacts;
