using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>Answers a calendar program: the feed, or 304 when it has it already. What anyone may take is written once for all who ask.</summary>
public sealed class FeedAnswer(FeedReading reading, IMemoryCache cache)
{
    private const string Type = "text/calendar; charset=utf-8";
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    public async Task<IResult> OfAsync(HttpContext context, FeedScope scope)
    {
        var rows = await reading.RowsAsync(scope, context.RequestAborted);
        var stamp = reading.Stamp(scope, rows);
        Headers(context.Response, scope, stamp);
        if (IsKnown(context.Request, stamp))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return Results.Bytes(scope.Reader is null ? Shared(scope, rows, stamp) : reading.Write(scope, rows), Type);
    }

    /// <summary>Weak: written again at another instant, the same feed differs by its DTSTAMP.</summary>
    private static EntityTagHeaderValue Tag(string stamp) => new($"\"{stamp}\"", isWeak: true);

    private static bool IsKnown(HttpRequest request, string stamp) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(Tag(stamp), useStrongComparison: false));

    private static void Headers(HttpResponse response, FeedScope scope, string stamp)
    {
        response.Headers.ETag = Tag(stamp).ToString();
        response.Headers.CacheControl = scope.Reader is null ? "public, max-age=300" : "private, no-cache";
        response.Headers["X-Robots-Tag"] = "noindex";
    }

    private ReadOnlyMemory<byte> Shared(FeedScope scope, List<FeedRow> rows, string stamp)
    {
        var key = (nameof(FeedAnswer), scope.GroupId);
        if (cache.TryGetValue(key, out Kept? kept) && kept!.Stamp == stamp)
            return kept.Octets;
        return cache.Set(key, new Kept(stamp, reading.Write(scope, rows)), Remembered).Octets;
    }

    private sealed record Kept(string Stamp, ReadOnlyMemory<byte> Octets);
}
