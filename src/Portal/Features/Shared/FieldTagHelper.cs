using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Training.Portal.Features.Shared;

/// <summary>
/// One field of a form: label above, help below, the error at the field, all tied together for screen readers.
/// <c>&lt;field asp-for="Title" label="…" help="…" maxlength="200" /&gt;</c>; <c>rows</c> makes a text area, <c>asp-items</c> a list;
/// every other attribute goes to the control. The value typed comes back after a refusal.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator generator, FieldWords words) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    [HtmlAttributeName("asp-items")]
    public IEnumerable<SelectListItem>? Items { get; set; }

    public required string Label { get; set; }

    public string? Help { get; set; }

    public int? Rows { get; set; }

    /// <summary>Says that the field may stay empty. Everything else is asked.</summary>
    public bool Optional { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private string FullName => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(FullName, "_");
        var error = FieldErrors.Of(ViewContext.ModelState, FullName);
        var control = Control(Attributes(output, id, error));
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", error is null ? "field" : "field field-wrong");
        output.Content.AppendHtml(words.Label(id, Label, Optional));
        output.Content.AppendHtml(control);
        if (Help is not null)
            output.Content.AppendHtml(words.Help(id, Help));
        if (error is not null)
            output.Content.AppendHtml(words.Error(id, error));
    }

    private Dictionary<string, object?> Attributes(TagHelperOutput output, string id, string? error)
    {
        var attributes = output.Attributes.ToDictionary(a => a.Name, object? (a) => a.Value, StringComparer.OrdinalIgnoreCase);
        attributes["id"] = id;
        attributes["class"] = string.Join(' ', new[] { Items is null ? "form-control" : "form-select", attributes.GetValueOrDefault("class")?.ToString() }.OfType<string>());
        var describedBy = string.Join(' ', new[] { Help is null ? null : $"{id}-help", error is null ? null : $"{id}-error" }.OfType<string>());
        if (describedBy.Length > 0)
            attributes["aria-describedby"] = describedBy;
        if (error is not null)
            attributes["aria-invalid"] = "true";
        if (!Optional)
            attributes["aria-required"] = "true";
        return attributes;
    }

    private TagBuilder Control(Dictionary<string, object?> attributes) => this switch
    {
        { Items: { } items } => generator.GenerateSelect(ViewContext, For.ModelExplorer, null, For.Name, items, allowMultiple: false, attributes),
        { Rows: { } rows } => generator.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, rows, 0, attributes),
        _ => generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, null, attributes),
    };
}
