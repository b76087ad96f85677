using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Training.Portal.Features.Membership;

namespace Training.TestKit.Hosts;

/// <summary>What a browser without script does: keeps cookies, follows redirections, fills and sends forms.</summary>
public sealed class Browser : IDisposable
{
    private const int MostRedirections = 10;
    private readonly PortalHost portal;
    private readonly HttpClient client;

    internal Browser(PortalHost portal, PortalHost.PortalFactory factory)
    {
        this.portal = portal;
        client = factory.CreateDefaultClient(portal.Address, new CookieContainerHandler(Cookies));
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The client beneath: cookies, no redirections, for what a page does not say.</summary>
    public HttpClient Client => client;

    public Task<Page> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends fields as they are: no antiforgery token unless the caller gives one.</summary>
    public Task<Page> PostAsync(string path, params IEnumerable<(string Name, string Value)> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        });

    /// <summary>Sends the request and follows its redirections.</summary>
    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        var response = await client.SendAsync(request);
        for (var hop = 0; IsRedirection(response) && response.Headers.Location is { } to; hop++)
        {
            if (hop == MostRedirections)
                throw new InvalidOperationException($"More than {MostRedirections} redirections, last to {to}.");
            response = await client.GetAsync(new Uri(response.RequestMessage!.RequestUri!, to));
        }

        return await Page.ReadAsync(this, response);
    }

    /// <summary>Takes the cookie the product gives after a right code, without the letter.</summary>
    public Task<Browser> SignInAsync(Member member) => SessionCookie.PutAsync(portal, this, member);

    public void Dispose() => client.Dispose();

    private static bool IsRedirection(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther or HttpStatusCode.MovedPermanently
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
