using System.Text;
using MimeKit.Text;

namespace Training.Portal.Features.Discussions.Replies;

/// <summary>
/// A mail that exists as HTML alone, as plain lines: paragraphs, list items, quotations marked by <c>&gt;</c>, the addresses of links. Read token
/// by token: however deep a hostile page nests, nothing here does.
/// </summary>
public sealed class HtmlText
{
    private readonly StringBuilder text = new();
    private readonly StringBuilder line = new();
    private int quoted;
    private HtmlTagId? unread;
    private string? link;

    private HtmlText()
    {
    }

    public static string Of(string html)
    {
        var reading = new HtmlText();
        using var source = new StringReader(html);
        var tokens = new HtmlTokenizer(source);
        while (tokens.ReadNextToken(out var token))
            reading.Take(token);
        reading.EndLine();
        return reading.text.ToString();
    }

    private void Take(HtmlToken token)
    {
        if (token is HtmlTagToken tag)
            TakeTag(tag);
        else if (token is HtmlDataToken data && token.Kind != HtmlTokenKind.Comment && unread is null)
            Say(data.Data);
    }

    private void TakeTag(HtmlTagToken tag)
    {
        if (tag.Id is HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Head or HtmlTagId.Title && !tag.IsEmptyElement)
            unread = tag.IsEndTag ? null : unread ?? tag.Id;
        else if (unread is null)
            Lay(tag);
    }

    private void Lay(HtmlTagToken tag)
    {
        switch (tag.Id)
        {
            case HtmlTagId.Br or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.UL or HtmlTagId.OL or HtmlTagId.Table or HtmlTagId.HR:
                EndLine(always: tag.Id == HtmlTagId.Br);
                break;
            case HtmlTagId.P or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.Pre:
                EndLine();
                BlankLine();
                break;
            case HtmlTagId.LI when !tag.IsEndTag:
                EndLine();
                line.Append("- ");
                break;
            case HtmlTagId.TD or HtmlTagId.TH:
                Say(" ");
                break;
            case HtmlTagId.BlockQuote:
                EndLine();
                quoted = Math.Max(0, quoted + (tag.IsEndTag ? -1 : 1));
                break;
            case HtmlTagId.A:
                Link(tag);
                break;
        }
    }

    private void Link(HtmlTagToken tag)
    {
        if (!tag.IsEndTag)
            link = tag.Attributes.FirstOrDefault(a => a.Id == HtmlAttributeId.Href)?.Value;
        else if (link is { } href && href.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !line.ToString().EndsWith(href, StringComparison.Ordinal))
            line.Append(" (").Append(href).Append(')');
        if (tag.IsEndTag)
            link = null;
    }

    private void Say(string words)
    {
        foreach (var letter in words)
        {
            if (!char.IsWhiteSpace(letter))
                line.Append(letter);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
    }

    private void EndLine(bool always = false)
    {
        var said = line.ToString().Trim();
        line.Clear();
        if (said.Length > 0 || always)
            text.Append(quoted > 0 ? "> " : "").Append(said).Append('\n');
    }

    private void BlankLine()
    {
        if (text.Length > 1 && !(text[^1] == '\n' && text[^2] == '\n'))
            text.Append(quoted > 0 ? ">\n" : "\n");
    }
}
