using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Training.TestKit.Hosts;

/// <summary>The fields a browser would send: enabled, named, ticked or chosen; of the buttons, the one pressed.</summary>
internal static class FormFields
{
    public static IEnumerable<(string Name, string Value)> Of(IHtmlFormElement form, IElement? pressed)
    {
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled"))
                continue;
            foreach (var value in Values(element, pressed))
                yield return (name, value);
        }
    }

    private static IEnumerable<string> Values(IElement element, IElement? pressed) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [box.Value] : [],
        IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" } button => button == pressed ? [button.Value] : [],
        IHtmlInputElement { Type: "file" } => [],
        IHtmlInputElement input => [input.Value],
        IHtmlTextAreaElement area => [area.Value],
        IHtmlSelectElement select => select.Options.Where(o => o.IsSelected).Select(o => o.Value),
        IHtmlButtonElement button => button == pressed ? [button.Value] : [],
        _ => [],
    };
}
