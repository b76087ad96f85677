namespace Training.Portal.Features.Membership.Import;

/// <summary>
/// A file an administrator gave: looked through, then applied or left. The long work is a row with a lease: one is under way at a time, and a
/// process that dies leaves nothing of it but the row. The file's content goes once it is applied, or after a day.
/// </summary>
public sealed class RegisterImport
{
    public int Id { get; set; }
    public RegisterImportKind Kind { get; set; }
    public required string FileName { get; set; }
    public int? MemberId { get; set; }
    public DateTimeOffset UploadedAt { get; set; }
    public RegisterImportState State { get; set; }

    /// <summary>True while it is being read or applied, null else: the database keeps it, and lets one row alone have it.</summary>
    public bool? UnderWay { get; private set; }

    /// <summary>How far the work under way is, 0 to 100.</summary>
    public int Percent { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>How often the work under way was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>Why the last work came to nothing: of an <see cref="ImportFileRefusal"/>, with its line, or of an <see cref="ImportFailure"/>.</summary>
    public string? Failure { get; set; }

    public long? FailureLine { get; set; }
    public DateTimeOffset? AppliedAt { get; set; }

    /// <summary>The file, gzip; null once there is nothing more to do with it.</summary>
    public byte[]? Content { get; set; }

    /// <summary>JSON of <see cref="ImportFigures"/>: what it will change; once applied, what it changed. Null until it was looked through.</summary>
    public string? Figures { get; set; }

    /// <summary>Every line left out: gzip of the JSON of <see cref="RejectedLine"/>s. Null until it was looked through.</summary>
    public byte[]? Rejected { get; set; }
}

public enum RegisterImportKind
{
    /// <summary>Collectivités and their domains.</summary>
    Register,

    /// <summary>Domains that are no longer public, one a line.</summary>
    LapsedDomains,
}

/// <summary>Reading → Ready → Applying → Applied; a file that is none ends as Refused.</summary>
public enum RegisterImportState
{
    /// <summary>What it would change is being counted.</summary>
    Reading,

    /// <summary>An administrator decides.</summary>
    Ready,
    Applying,
    Applied,

    /// <summary>The whole file is refused.</summary>
    Refused,
}

/// <summary>Why work on a good file came to nothing: nothing of it is written, and it can be started again.</summary>
public enum ImportFailure
{
    /// <summary>The process doing it stopped, more than once.</summary>
    Interrupted,

    /// <summary>An error that the log tells.</summary>
    Unexpected,
}
