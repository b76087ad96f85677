using Microsoft.Net.Http.Headers;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>Answers a calendar program: the feed, or 304 when it has it already, for which no word is read.</summary>
public sealed class FeedAnswer(FeedReading reading, FeedWriting writing, FeedTag tags, TimeProvider clock)
{
    public async Task<IResult> OfAsync(HttpContext context, FeedScope scope)
    {
        var listed = await reading.MarksAsync(scope, context.RequestAborted);
        var tag = tags.Of(scope, listed);
        Headers(context.Response, scope, tag);
        if (IsKnown(context.Request, tag))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var events = await writing.EventsAsync(scope, listed, context.RequestAborted);
        context.Response.Headers.ETag = tags.Of(scope, events.ConvertAll(one => one.Mark)).ToString(); // of what is sent: it may have changed since it was listed
        return new FeedResult(scope, events, clock.GetUtcNow());
    }

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));

    private static void Headers(HttpResponse response, FeedScope scope, EntityTagHeaderValue tag)
    {
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = scope.Reader is null ? "public, max-age=300" : "private, no-cache";
        response.Headers["X-Robots-Tag"] = "noindex";
    }
}
