using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Localization;
using Training.Portal.Settings;

namespace Training.Portal.Features.Letters;

/// <summary>A letter as HTML that looks like the site. Styles stand on each element and tables hold the page together, since mail programs know little else.</summary>
public sealed class LetterHtml(IStringLocalizer<LettersText> words, TrainingSettings settings)
{
    private const string Font = "font-family:'Atkinson Hyperlegible Next',Verdana,Arial,sans-serif;color:#1C2B33;";

    public string Write(LetterContent content)
    {
        var parts = new StringBuilder();
        foreach (var part in content.Parts)
            parts.Append(Told(part));
        return $"""
            <!DOCTYPE html>
            <html lang="{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Safe(content.Subject)}</title></head>
            <body style="margin:0;padding:0;background:#FBFAF7;">
            <table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="background:#FBFAF7;"><tr><td align="center" style="padding:24px 12px;">
            <table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:600px;">
            <tr><td style="{Font}padding:0 0 16px;font-size:20px;font-weight:bold;color:#0B5563;">{Safe(settings.Name)}</td></tr>
            <tr><td style="{Font}background:#FFFFFF;border:1px solid #DDD8CC;border-radius:8px;padding:28px;font-size:17px;line-height:1.6;">
            <h1 style="{Font}margin:0 0 16px;font-size:24px;line-height:1.3;">{Safe(content.Heading)}</h1>
            {parts}</td></tr>
            <tr><td style="{Font}padding:16px 0 0;font-size:14px;line-height:1.5;color:#43525A;">{Safe(words["SentBy", settings.Name, settings.Operator.Name])}<br><a href="{Safe(settings.PublicUrl)}" style="color:#0B5563;">{Safe(settings.PublicUrl)}</a></td></tr>
            </table></td></tr></table>
            </body>
            </html>
            """;
    }

    private static string Told(LetterPart part) => part switch
    {
        LetterPart.Paragraph p => $"<p style=\"margin:0 0 16px;\">{Lines(p.Text)}</p>\n",
        LetterPart.Code c => $"<p style=\"margin:0 0 16px;padding:12px 16px;background:#EAF2F3;border-radius:8px;font-size:32px;font-weight:bold;letter-spacing:4px;color:#0B5563;text-align:center;\">{Safe(c.Text)}</p>\n",
        LetterPart.Button b => $"<p style=\"margin:24px 0;\"><a href=\"{Safe(b.Url)}\" style=\"display:inline-block;padding:12px 24px;background:#B9481A;border-radius:8px;color:#FFFFFF;font-weight:bold;text-decoration:none;\">{Safe(b.Label)}</a></p>\n",
        LetterPart.Link l => $"<p style=\"margin:0 0 12px;\"><a href=\"{Safe(l.Url)}\" style=\"color:#0B5563;\">{Safe(l.Label)}</a></p>\n",
        LetterPart.Fact f => $"<p style=\"margin:0 0 8px;\"><strong>{Safe(f.Name)}</strong><br>{Lines(f.Value)}</p>\n",
        LetterPart.Note n => $"<p style=\"margin:16px 0 0;font-size:15px;color:#43525A;\">{Lines(n.Text)}</p>\n",
        _ => throw new InvalidOperationException($"A letter cannot hold {part.GetType().Name}."),
    };

    private static string Lines(string text) => Safe(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
