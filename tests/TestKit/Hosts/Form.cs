using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Training.TestKit.Hosts;

/// <summary>A form as a page gave it: hidden fields and antiforgery token included.</summary>
public sealed class Form
{
    private readonly Browser browser;
    private readonly IHtmlFormElement element;
    private readonly string pagePath;
    private readonly List<(string Name, string Value)> fields;

    internal Form(Browser browser, IHtmlFormElement element, IElement? pressed, string pagePath)
    {
        this.browser = browser;
        this.element = element;
        this.pagePath = pagePath;
        Button = pressed;
        fields = [.. FormFields.Of(element, pressed ?? element.QuerySelector("button[type=submit], button:not([type]), input[type=submit]"))];
    }

    public IElement? Button { get; }

    public IReadOnlyList<(string Name, string Value)> Fields => fields;

    /// <summary>Types a value; a field the form does not have is a mistake of the test.</summary>
    public Form With(string name, string value)
    {
        if (element.QuerySelector($"[name='{name}']") is null)
            throw new InvalidOperationException($"The form has no field {name}; it has {string.Join(", ", fields.Select(f => f.Name))}.");
        fields.RemoveAll(f => f.Name == name);
        fields.Add((name, value));
        return this;
    }

    /// <summary>Fills the given fields and sends the form, as its method and action say.</summary>
    public Task<Page> SubmitAsync(params IEnumerable<(string Name, string Value)> typed)
    {
        foreach (var (name, value) in typed)
            With(name, value);
        var action = Button?.GetAttribute("formaction") ?? element.GetAttribute("action");
        var target = string.IsNullOrEmpty(action) ? pagePath : action;
        return string.Equals(element.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)
            ? browser.PostAsync(target, fields)
            : browser.GetAsync($"{target.Split('?')[0]}?{Query()}");
    }

    private string Query() =>
        string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"));
}
