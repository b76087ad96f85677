using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Shared;

/// <summary>The words around a control: label, help, error.</summary>
public sealed class FieldWords(IStringLocalizer<CommonText> common, IconSet icons)
{
    public IHtmlContent Label(string id, string text, bool optional)
    {
        var label = new TagBuilder("label");
        label.AddCssClass("field-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(text);
        if (optional)
            label.InnerHtml.Append(" ").AppendHtml(Span("optional", common["FieldOptional"]));
        return label;
    }

    public IHtmlContent Help(string id, string text)
    {
        var help = Paragraph($"{id}-help", "field-help");
        help.InnerHtml.Append(text);
        return help;
    }

    public IHtmlContent Error(string id, string text)
    {
        var error = Paragraph($"{id}-error", "field-error");
        error.InnerHtml.AppendHtml(Icon("exclamation-circle")).AppendHtml(Span(null, text));
        return error;
    }

    private TagBuilder Icon(string name)
    {
        var icon = new TagBuilder("svg") { Attributes = { ["class"] = "icon", ["viewBox"] = "0 0 16 16", ["width"] = "16", ["height"] = "16", ["aria-hidden"] = "true" } };
        icon.InnerHtml.AppendHtml(icons[name]);
        return icon;
    }

    private static TagBuilder Paragraph(string id, string css)
    {
        var paragraph = new TagBuilder("p") { Attributes = { ["id"] = id } };
        paragraph.AddCssClass(css);
        return paragraph;
    }

    private static TagBuilder Span(string? css, string text)
    {
        var span = new TagBuilder("span");
        if (css is not null)
            span.AddCssClass(css);
        span.InnerHtml.Append(text);
        return span;
    }
}
