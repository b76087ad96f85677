using System.Buffers;
using System.Text;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>One event as octets, good for every feed of its zone: only the instant at which a feed is written differs, and is put in its place.</summary>
internal sealed class WrittenEvent(FeedMark mark, DateTimeOffset startsAt, byte[] octets)
{
    /// <summary>Such a line is nowhere else: no word begins a line (<see cref="CalendarText"/>), a folded one begins with a space.</summary>
    private readonly int instant = octets.AsSpan().IndexOf("\r\nDTSTAMP:"u8) + "\r\nDTSTAMP:"u8.Length;

    /// <summary>Of what is written here.</summary>
    public FeedMark Mark => mark;

    public DateTimeOffset StartsAt => startsAt;

    public int Length => octets.Length;

    /// <param name="now">When the feed is written, as calendars say it.</param>
    public void Write(IBufferWriter<byte> feed, ReadOnlySpan<byte> now)
    {
        var place = feed.GetSpan(octets.Length);
        octets.CopyTo(place);
        now.CopyTo(place[instant..]);
        feed.Advance(octets.Length);
    }

    public override string ToString() => Encoding.UTF8.GetString(octets);
}
