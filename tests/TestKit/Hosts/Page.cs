using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Training.TestKit.Hosts;

/// <summary>What came back, after redirections.</summary>
public sealed class Page
{
    private static readonly HtmlParser Parser = new();
    private readonly Browser browser;

    private Page(Browser browser, HttpResponseMessage response, string content)
    {
        this.browser = browser;
        Response = response;
        Content = content;
        Document = Parser.ParseDocument(content);
    }

    public HttpResponseMessage Response { get; }

    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Where the reader ended: path and query.</summary>
    public string Path => Response.RequestMessage!.RequestUri!.PathAndQuery;

    public string Content { get; }

    public IHtmlDocument Document { get; }

    /// <summary>The words of the main part (of the whole body when there is none), white space folded.</summary>
    public string Text => Fold((Document.QuerySelector("main") ?? Document.Body)?.TextContent ?? "");

    /// <summary>The words of each element that matches.</summary>
    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(e => Fold(e.TextContent))];

    public bool Has(string selector) => Document.QuerySelector(selector) is not null;

    /// <summary>Follows the first link that matches.</summary>
    public Task<Page> FollowAsync(string selector) => browser.GetAsync(Must(selector).GetAttribute("href")!);

    /// <param name="selector">A CSS selector of the form, or of a button inside it, which is then the one pressed.</param>
    public Form Form(string selector = "main form")
    {
        var found = Must(selector);
        return new Form(browser, found as IHtmlFormElement ?? found.Closest("form") as IHtmlFormElement
            ?? throw new InvalidOperationException($"{selector} is in no form."), found is IHtmlFormElement ? null : found, Path);
    }

    internal static async Task<Page> ReadAsync(Browser browser, HttpResponseMessage response) =>
        new(browser, response, await response.Content.ReadAsStringAsync());

    private IElement Must(string selector) => Document.QuerySelector(selector)
        ?? throw new InvalidOperationException($"{Path} ({(int)Status}) has no {selector}. It says: {Text}");

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
