using System.Buffers;
using System.Text;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>Sends a feed event by event: however long, it is never whole in memory.</summary>
internal sealed class FeedResult(FeedScope scope, List<WrittenEvent> events, DateTimeOffset now) : IResult
{
    /// <summary>Octets after which a program that reads slowly is waited for.</summary>
    private const int Ahead = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (head, end) = (CalendarFile.FeedHead(scope.Name, scope.Zone, events.Count > 0 ? events.Min(one => one.StartsAt) : null), CalendarFile.FeedEnd());
        httpContext.Response.ContentType = "text/calendar; charset=utf-8";
        httpContext.Response.ContentLength = head.Length + events.Sum(one => (long)one.Length) + end.Length;
        var body = httpContext.Response.BodyWriter;
        body.Write(head);
        var (instant, ahead) = (Encoding.ASCII.GetBytes(CalendarEvent.Utc(now)), 0);
        foreach (var one in events)
        {
            one.Write(body, instant);
            if ((ahead += one.Length) < Ahead)
                continue;
            if ((await body.FlushAsync(httpContext.RequestAborted)).IsCompleted)
                return;
            ahead = 0;
        }

        body.Write(end);
        await body.FlushAsync(httpContext.RequestAborted);
    }
}
