using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Settings;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>One conference as a feed tells it: no name of anybody, no seat, no link that would open something.</summary>
internal sealed record FeedRow(int Id, string Uid, int Sequence, string Title, string Programme, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool Cancelled);

/// <summary>Reads what a feed holds. Who may know what is <see cref="ConferenceCatalog"/>'s to say.</summary>
public sealed class FeedReading(TrainingDb db, ConferenceCatalog catalog, TimeProvider clock, TrainingSettings settings)
{
    /// <summary>So long after its end a conference stays in the feeds, held or cancelled.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    internal Task<List<FeedRow>> RowsAsync(FeedScope scope, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Kept;
        var seen = catalog.Seen(new CatalogScope(scope.Reader, scope.Zone, scope.GroupId)).Where(c => c.EndsAt > since);
        if (scope is { Mine: true, Reader.MemberId: var member })
            seen = seen.Where(c => c.Trainers.Any(t => t.MemberId == member)
                || db.Registrations.Any(r => r.ConferenceId == c.Id && r.MemberId == member && r.WithdrawnAt == null));
        return seen.OrderBy(c => c.StartsAt).ThenBy(c => c.Id)
            .Select(c => new FeedRow(
                c.Id, c.CalendarUid, c.CalendarSequence, c.Title, c.Programme, c.StartsAt, c.EndsAt, c.State == ConferenceState.Cancelled))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The same for the same content: everything that is written but the instant of writing.</summary>
    internal string Stamp(FeedScope scope, List<FeedRow> rows)
    {
        using var said = new MemoryStream();
        JsonSerializer.Serialize(said, new { Calendar = scope.Name, Zone = scope.Zone.Id, Organizer = settings.Name, settings.PublicUrl, settings.Mail.From, rows }, JsonSerializerOptions.Default);
        return Convert.ToHexStringLower(SHA256.HashData(said.GetBuffer().AsSpan(0, (int)said.Length)).AsSpan(0, 16));
    }

    internal ReadOnlyMemory<byte> Write(FeedScope scope, List<FeedRow> rows)
    {
        var now = clock.GetUtcNow();
        return CalendarFile.Feed(scope.Name, scope.Zone, rows.ConvertAll(row => Entry(row, scope.Zone, now)), new CalendarPerson(settings.Name, settings.Mail.From));
    }

    private CalendarEntry Entry(FeedRow row, TimeZoneInfo zone, DateTimeOffset now) =>
        new(row.Uid, row.Sequence, row.Title, row.Programme, row.StartsAt, row.EndsAt, zone, new Uri($"{settings.PublicUrl}/conferences/{row.Id}"), now)
        {
            Cancelled = row.Cancelled,
        };
}
