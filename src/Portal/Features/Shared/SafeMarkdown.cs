using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Html;

namespace Training.Portal.Features.Shared;

/// <summary>
/// Markdown typed by people, as HTML that can do no harm: no raw HTML is read, and what Markdig wrote is sanitised again.
/// No picture (nothing is loaded from another host), no style, only links to http, https and mailto.
/// </summary>
public static class SafeMarkdown
{
    /// <summary>A page has its own title and sections: typed headings begin below them, whether one typed # or ##.</summary>
    private const int TopHeading = 3;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UsePipeTables().Build();

    private static readonly HtmlSanitizer Sanitizer = Strict();

    public static IHtmlContent ToHtml(string? markdown)
    {
        var document = Markdown.Parse(markdown ?? "", Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Clamp(heading.Level + 1, TopHeading, 6);
        return new HtmlString(Sanitizer.Sanitize(document.ToHtml(Pipeline)));
    }

    /// <summary>The words alone, for descriptions and letters.</summary>
    public static string ToText(string? markdown) => Markdown.ToPlainText(markdown ?? "", Pipeline).Trim();

    private static HtmlSanitizer Strict()
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        Only(sanitizer.AllowedTags, "p", "br", "hr", "strong", "em", "ul", "ol", "li", "h3", "h4", "h5", "h6", "a", "blockquote", "code", "pre",
            "table", "thead", "tbody", "tr", "th", "td");
        Only(sanitizer.AllowedAttributes, "href", "title", "start");
        Only(sanitizer.AllowedSchemes, "http", "https", "mailto");
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.UriAttributes.Add("href");
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is AngleSharp.Html.Dom.IHtmlAnchorElement link)
                link.SetAttribute("rel", "nofollow noopener");
        };
        return sanitizer;
    }

    private static void Only(ISet<string> allowed, params ReadOnlySpan<string> kept)
    {
        allowed.Clear();
        foreach (var name in kept)
            allowed.Add(name);
    }
}
