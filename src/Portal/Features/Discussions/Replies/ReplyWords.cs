using System.Text;
using MimeKit;

namespace Training.Portal.Features.Discussions.Replies;

/// <summary>What somebody wrote in a mail, as the Markdown of a post.</summary>
public static class ReplyWords
{
    private const int MostLetters = 400_000;
    private const int ShortestWrapped = 60;
    private const int LongestWrapped = 80;

    /// <summary>The plain text the mail carries; its HTML as text when it carries no other.</summary>
    public static string Of(MimeMessage mail)
    {
        var said = mail.TextBody is { } plain && !string.IsNullOrWhiteSpace(plain) ? plain : HtmlText.Of(Short(mail.HtmlBody ?? ""));
        return Paragraphs(QuoteStripping.Strip(Short(said)));
    }

    private static string Short(string text) => text.Length > MostLetters ? text[..MostLetters] : text;

    /// <summary>Mail programs wrap lines where people did not: those are joined. A line that ends earlier ends where its author meant it to.</summary>
    internal static string Paragraphs(string text)
    {
        var lines = text.Split('\n').Select(l => l.Trim()).ToList();
        var told = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
            told.Append(lines[i]).Append(Ending(lines[i], i + 1 < lines.Count ? lines[i + 1] : ""));
        return told.ToString().Trim();
    }

    private static string Ending(string line, string next) =>
        line.Length == 0 || next.Length == 0 ? "\n"
        : line.Length is >= ShortestWrapped and <= LongestWrapped && !BeginsItem(next) ? " "
        : "  \n";

    private static bool BeginsItem(string line) => line[0] is '-' or '*' or '•' || char.IsDigit(line[0]);
}
