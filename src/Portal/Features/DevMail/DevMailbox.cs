using System.Text.RegularExpressions;
using MimeKit;
using Training.Portal.Settings;

namespace Training.Portal.Features.DevMail;

/// <summary>The letters that a local mail sink wrote as <c>.eml</c> files.</summary>
public sealed partial class DevMailbox(TrainingSettings settings)
{
    private const int Shown = 100;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<DevLetter> Newest() => Directory.Exists(settings.DevMailDirectory)
        ? [.. Directory.EnumerateFiles(settings.DevMailDirectory, "*.eml").Select(f => Path.GetFileName(f)!).Where(n => FileName().IsMatch(n))
            .OrderDescending(StringComparer.Ordinal).Take(Shown).Select(Open).OfType<DevLetter>()]
        : [];

    public DevLetter? Find(string name) => FileName().IsMatch(name) ? Open(name) : null;

    private DevLetter? Open(string name)
    {
        try
        {
            return new DevLetter(name, MimeMessage.Load(Path.Combine(settings.DevMailDirectory!, name)));
        }
        catch (Exception unreadable) when (unreadable is IOException or FormatException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,120}\.eml\z")]
    private static partial Regex FileName();
}

public sealed record DevLetter(string Name, MimeMessage Message)
{
    public string To => string.Join(", ", Message.To.Mailboxes.Select(m => m.Address));

    /// <summary>The calendar entry, when the letter carries one.</summary>
    public string? Calendar => Message.BodyParts.OfType<TextPart>().FirstOrDefault(p => p.ContentType.IsMimeType("text", "calendar"))?.Text;
}
