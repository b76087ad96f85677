using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Shared;

/// <summary><c>&lt;error-summary /&gt;</c> above a form: what must be corrected, each line leading to its field. It takes the focus.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<CommonText> common) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = FieldErrors.All(ViewContext.ModelState);
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var (name, value) in new[] { ("class", "error-summary"), ("role", "alert"), ("tabindex", "-1"), ("autofocus", "autofocus"), ("data-focus-first", "") })
            output.Attributes.SetAttribute(name, value);
        output.Content.AppendHtml(Heading(errors.Count)).AppendHtml(List(errors));
    }

    private TagBuilder Heading(int count)
    {
        var heading = new TagBuilder("h2");
        heading.InnerHtml.Append(count == 1 ? common["ErrorSummaryOne"] : common["ErrorSummaryMany", count]);
        return heading;
    }

    private static TagBuilder List(IReadOnlyList<KeyValuePair<string, string>> errors)
    {
        var list = new TagBuilder("ul");
        foreach (var (key, message) in errors)
            list.InnerHtml.AppendHtml(Line(key, message));
        return list;
    }

    private static TagBuilder Line(string key, string message)
    {
        var line = new TagBuilder("li");
        if (key.Length == 0)
            line.InnerHtml.Append(message);
        else
            line.InnerHtml.AppendHtml(Link(key, message));
        return line;
    }

    private static TagBuilder Link(string key, string message)
    {
        var link = new TagBuilder("a") { Attributes = { ["href"] = $"#{TagBuilder.CreateSanitizedId(key, "_")}" } };
        link.InnerHtml.Append(message);
        return link;
    }
}
