namespace Training.Portal.Features.Letters;

/// <summary>What a letter says, before it takes a form. Plain words only: the renderer escapes them.</summary>
/// <param name="Subject">What and when, in one line.</param>
public sealed record LetterContent(string Subject, string Heading, IReadOnlyList<LetterPart> Parts)
{
    /// <summary>The entry for the reader's calendar, when the letter carries one.</summary>
    public CalendarPart? Calendar { get; init; }

    /// <summary>Where one click, or one POST by the mail program (RFC 8058), ends such letters.</summary>
    public string? Unsubscribe { get; init; }

    /// <summary>Where an answer goes; to the operator's contact when null.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Letters of one thread are shown together by mail programs; e.g. <c>topic-12</c>.</summary>
    public string? Thread { get; init; }
}

/// <summary>One block of a letter.</summary>
public abstract record LetterPart
{
    public sealed record Paragraph(string Text) : LetterPart;

    /// <summary>Something to copy, shown large.</summary>
    public sealed record Code(string Text) : LetterPart;

    /// <summary>The one thing to do.</summary>
    public sealed record Button(string Label, string Url) : LetterPart;

    /// <summary>One of several things to follow.</summary>
    public sealed record Link(string Label, string Url) : LetterPart;

    /// <summary>A fact with its name: when, where, who.</summary>
    public sealed record Fact(string Name, string Value) : LetterPart;

    /// <summary>Said last and small.</summary>
    public sealed record Note(string Text) : LetterPart;
}

/// <param name="Method"><c>REQUEST</c> or <c>CANCEL</c>.</param>
/// <param name="Content">The whole iCalendar object.</param>
public sealed record CalendarPart(string Method, string Content);

/// <summary>Writes the letters of some kinds: from facts to words, in the current culture. Each subject brings its own.</summary>
public interface ILetterWriter
{
    /// <summary>Null when this kind is another writer's.</summary>
    LetterContent? Write(LetterFacts facts, Letter letter);
}
