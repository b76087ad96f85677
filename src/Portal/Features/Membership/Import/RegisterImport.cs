namespace Training.Portal.Features.Membership.Import;

/// <summary>A file an administrator gave: previewed, then applied or left. Its content goes once it is applied, or after a day.</summary>
public sealed class RegisterImport
{
    public int Id { get; set; }
    public RegisterImportKind Kind { get; set; }
    public required string FileName { get; set; }
    public int? MemberId { get; set; }
    public DateTimeOffset UploadedAt { get; set; }
    public DateTimeOffset? AppliedAt { get; set; }

    /// <summary>The file, gzip; null once there is nothing more to do with it.</summary>
    public byte[]? Content { get; set; }

    /// <summary>JSON of <see cref="ImportFigures"/>: what it will change; once applied, what it changed.</summary>
    public required string Figures { get; set; }

    /// <summary>Every line left out: gzip of the JSON of <see cref="RejectedLine"/>s.</summary>
    public required byte[] Rejected { get; set; }
}

public enum RegisterImportKind
{
    /// <summary>Collectivités and their domains.</summary>
    Register,

    /// <summary>Domains that are no longer public, one a line.</summary>
    LapsedDomains,
}
