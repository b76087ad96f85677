using System.Globalization;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Settings;

namespace Training.Portal.Features.Live.Signalling;

/// <summary>
/// The one door of the hub, before every request to it (negotiation, socket, each poll): only from our own pages, and
/// only for a conference that the reader may know of. Anything else is answered as an address that does not exist.
/// </summary>
public static class HubDoor
{
    public const string Path = "/hub/salle";

    public static TBuilder GuardDoor<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint =>
        {
            var inside = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => PassAsync(context, inside);
        });
        return endpoints;
    }

    private static async Task PassAsync(HttpContext context, RequestDelegate inside)
    {
        if (IsFromOurPages(context) && await CallerAsync(context) is { } caller)
        {
            Caller.Admit(context, caller);
            await inside(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>
    /// Browsers always name the page's origin on POST and on web sockets; a cookie that comes with another origin, with
    /// <c>null</c> or with none is somebody else's page. A same-origin GET (a poll) may lack it and says so itself.
    /// </summary>
    private static bool IsFromOurPages(HttpContext context)
    {
        var request = context.Request;
        if (request.Headers.Origin is [{ } origin])
            return IsOurs(origin, context);
        return request.Headers.Origin.Count == 0 && HttpMethods.IsGet(request.Method) && !context.WebSockets.IsWebSocketRequest
            && request.Headers["Sec-Fetch-Site"] == "same-origin";
    }

    private static bool IsOurs(string origin, HttpContext context)
    {
        var settings = context.RequestServices.GetRequiredService<TrainingSettings>();
        var here = $"{context.Request.Scheme}://{context.Request.Host}";
        return origin.Equals(here, StringComparison.OrdinalIgnoreCase)
            || (Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out var url)
                && origin.Equals(url.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<Caller?> CallerAsync(HttpContext context)
    {
        if (context.User.Reader() is not { } reader
            || context.Request.Query["conference"] is not [{ } text]
            || !text.All(char.IsAsciiDigit)
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var conferenceId))
            return null;
        var finder = context.RequestServices.GetRequiredService<ConferenceFinder>();
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return await finder.FindAsync(conferenceId, reader, context.RequestAborted) is null ? null : new Caller(conferenceId, reader, context.User, now);
    }
}
