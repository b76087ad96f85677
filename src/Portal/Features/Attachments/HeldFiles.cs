using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Training.Portal.Features.Attachments;

/// <summary>
/// A file that was taken while the rest of the form was refused travels with the form, so that nobody chooses it twice. Sealed for one member:
/// nobody can name bytes that somebody else sent.
/// </summary>
public sealed class HeldFiles(IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector seal = protection.CreateProtector("Training.Attachments.Held");

    public string Seal(int memberId, ReceivedFile file) =>
        seal.Protect(JsonSerializer.Serialize(new Held(memberId, file, time.GetUtcNow())));

    /// <summary>Null for anything this member did not send here within <see cref="AttachmentPurge.Held"/>.</summary>
    public ReceivedFile? Open(int memberId, string? token)
    {
        try
        {
            return token is not null && JsonSerializer.Deserialize<Held>(seal.Unprotect(token)) is { } held
                && held.MemberId == memberId && time.GetUtcNow() - held.At < AttachmentPurge.Held ? held.File : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Held(int MemberId, ReceivedFile File, DateTimeOffset At);
}
