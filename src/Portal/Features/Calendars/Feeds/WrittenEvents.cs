using Microsoft.Extensions.Caching.Memory;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>
/// Events that were written for a feed, for all feeds to come: words and times are the same for whoever may know them. Who may is never asked
/// here. An event is found by what its conference tells now, so that an edit is never hidden by what was written before.
/// </summary>
/// <param name="most">Octets; above, the least used are forgotten and written again when asked for.</param>
public sealed class WrittenEvents(long most = 64 * 1024 * 1024) : IDisposable
{
    /// <summary>Programs ask about every hour.</summary>
    private static readonly TimeSpan Unasked = TimeSpan.FromHours(3);

    private readonly MemoryCache written = new(new MemoryCacheOptions { SizeLimit = most });

    internal WrittenEvent? Find(FeedMark mark, TimeZoneInfo zone) =>
        written.TryGetValue((mark.Id, zone.Id), out WrittenEvent? found) && found!.Mark == mark ? found : null;

    /// <summary>In the place of what its conference told before.</summary>
    internal void Keep(WrittenEvent one, TimeZoneInfo zone) =>
        written.Set((one.Mark.Id, zone.Id), one, new MemoryCacheEntryOptions { Size = one.Length, SlidingExpiration = Unasked });

    public void Dispose() => written.Dispose();
}
