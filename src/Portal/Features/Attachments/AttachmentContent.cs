namespace Training.Portal.Features.Attachments;

/// <summary>Bytes that somebody attached, kept once whatever the number of places that name them. In the database: what commits, restores and is backed up with the row.</summary>
public sealed class AttachmentContent
{
    /// <summary>SHA-256 of the bytes, in hexadecimal.</summary>
    public required string Hash { get; set; }

    public required byte[] Bytes { get; set; }

    /// <summary>Last taken then, by the database's clock. What nobody names goes a day later.</summary>
    public DateTimeOffset StoredAt { get; set; }
}
