using Training.Portal.Settings;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>Writes what a feed holds, and of that only what was not written before.</summary>
public sealed class FeedWriting(FeedReading reading, WrittenEvents written, TimeProvider clock, TrainingSettings settings)
{
    private readonly CalendarLines lines = new();

    /// <summary>In the order they were listed. One that changed since is as it is now, one that may no longer be known is left out.</summary>
    internal async Task<List<WrittenEvent>> EventsAsync(FeedScope scope, List<FeedMark> listed, CancellationToken cancellationToken)
    {
        var events = listed.ConvertAll(mark => written.Find(mark, scope.Zone));
        var missing = listed.Where((_, at) => events[at] is null).Select(mark => mark.Id).ToList();
        if (missing.Count > 0)
        {
            var rows = (await reading.RowsAsync(scope, missing, cancellationToken)).ToDictionary(row => row.Mark.Id);
            for (var at = 0; at < events.Count; at++)
                events[at] ??= rows.TryGetValue(listed[at].Id, out var row) ? Write(row, scope.Zone) : null;
        }

        return [.. events.OfType<WrittenEvent>()];
    }

    private WrittenEvent Write(FeedRow row, TimeZoneInfo zone)
    {
        CalendarEvent.Write(lines, Entry(row, zone), new CalendarPerson(settings.Name, settings.Mail.From), null);
        var one = new WrittenEvent(row.Mark, row.StartsAt, lines.Take());
        written.Keep(one, zone);
        return one;
    }

    private CalendarEntry Entry(FeedRow row, TimeZoneInfo zone) => new(
        row.Uid, row.Sequence, row.Title, row.Programme, row.StartsAt, row.EndsAt, zone,
        new Uri($"{settings.PublicUrl}/conferences/{row.Mark.Id}"), clock.GetUtcNow())
    {
        Cancelled = row.Cancelled,
    };
}
