using System.Text;
using Training.Portal.Features.Calendars.Feeds;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Shared;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Calendars;

/// <summary>What is remembered of events, and never shown in the place of others.</summary>
public sealed class WrittenEventsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly TimeZoneInfo Paris = ReaderZone.OfVisitors;
    private static readonly FeedScope Everyone = new(null, Paris, "Agenda");

    [Fact]
    public void An_event_is_found_by_conference_content_and_zone()
    {
        using var written = new WrittenEvents();
        var one = Event(new FeedMark(1, 10));
        written.Keep(one, Paris);
        Assert.Same(one, written.Find(new FeedMark(1, 10), Paris));
        Assert.Null(written.Find(new FeedMark(1, 11), Paris));
        Assert.Null(written.Find(new FeedMark(2, 10), Paris));
        Assert.Null(written.Find(new FeedMark(1, 10), TimeZoneInfo.FindSystemTimeZoneById("Indian/Reunion")));
        written.Keep(Event(new FeedMark(1, 11)), Paris);
        Assert.Null(written.Find(new FeedMark(1, 10), Paris));
    }

    [Fact]
    public void No_more_octets_are_kept_than_were_granted()
    {
        var length = Event(default).Length;
        using var written = new WrittenEvents(most: 3 * length);
        var marks = Enumerable.Range(1, 20).Select(id => new FeedMark(id, 1)).ToList();
        foreach (var mark in marks)
            written.Keep(Event(mark), Paris);
        Assert.InRange(marks.Count(mark => written.Find(mark, Paris) is not null), 1, 3);
    }

    [Fact]
    public async Task What_changed_between_the_list_and_the_words_is_kept_as_what_it_is()
    {
        var conference = await portal.Given.ConferenceAsync(await portal.Given.GroupAsync(), await portal.Given.MemberAsync());
        var now = Assert.Single(await ListedAsync(), mark => mark.Id == conference.Id);
        var former = now with { Content = now.Content + 1 };

        var told = Assert.Single(await WrittenAsync([former]));

        Assert.Equal(now, told.Mark);
        var kept = await portal.WithAsync((WrittenEvents w) => Task.FromResult((Former: w.Find(former, Paris), Now: w.Find(now, Paris))));
        Assert.Null(kept.Former);
        Assert.Same(told, kept.Now);
    }

    [Fact]
    public async Task What_may_no_longer_be_known_since_the_list_is_left_out()
    {
        var hidden = await portal.Given.ConferenceAsync(await portal.Given.GroupAsync(), await portal.Given.MemberAsync(), state: ConferenceState.Draft);
        Assert.Empty(await WrittenAsync([new FeedMark(hidden.Id, 1)]));
    }

    private Task<List<FeedMark>> ListedAsync() => portal.WithAsync((FeedReading r) => r.MarksAsync(Everyone, TestContext.Current.CancellationToken));

    private Task<List<WrittenEvent>> WrittenAsync(List<FeedMark> listed) =>
        portal.WithAsync((FeedWriting w) => w.EventsAsync(Everyone, listed, TestContext.Current.CancellationToken));

    private static WrittenEvent Event(FeedMark mark) => new(mark, PortalHost.Beginning, Encoding.ASCII.GetBytes("BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261124T080000Z\r\nEND:VEVENT\r\n"));
}
