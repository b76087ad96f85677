using System.Text.RegularExpressions;
using MimeKit;
using Training.MailSink;

namespace Training.TestKit.Mail;

/// <summary>Reading a received letter as its recipient does.</summary>
public static partial class SunkLetterReading
{
    public static MimeMessage Read(this SunkLetter letter) => MimeMessage.Load(new MemoryStream(letter.Content));

    /// <summary>The six digits of a sign-in letter.</summary>
    public static string Code(this SunkLetter letter) => SixDigits().Match(letter.Read().TextBody ?? "") is { Success: true } code
        ? code.Value.Replace(" ", "", StringComparison.Ordinal)
        : throw new InvalidOperationException($"No code in: {letter.Read().TextBody}");

    public static bool HasCode(this SunkLetter letter) => SixDigits().IsMatch(letter.Read().TextBody ?? "");

    /// <summary>The first letter to this address that satisfies the condition, as soon as there is one.</summary>
    public static Task<SunkLetter> LetterToAsync(this SmtpSink sink, string address, Func<SunkLetter, bool>? such = null) =>
        Eventually.SomeAsync(() => sink.To(address).FirstOrDefault(such ?? (_ => true)), told: $"a letter to {address}");

    [GeneratedRegex(@"\b\d{3} ?\d{3}\b")]
    private static partial Regex SixDigits();
}
