using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Calendars.Feeds;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Conferences.Audiences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Tests.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Calendars;

/// <summary>Events are written once for many readings: each edit is seen by the next one all the same, in words and by the ETag.</summary>
public sealed partial class FeedEditTests(PortalFixture portal) : IClassFixture<PortalFixture>, IAsyncLifetime
{
    private const string Open = "/agendas/programme.ics";
    private Member trainer = null!;
    private Conference conference = null!;

    public async ValueTask InitializeAsync()
    {
        trainer = await portal.Given.MemberAsync(name: "Zélie Formatrice");
        var group = await portal.Given.GroupAsync();
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        conference = await portal.Given.ConferenceAsync(group, trainer, $"Séance {Guid.NewGuid():N}", PortalHost.Beginning.AddDays(3));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("UID:autre@portail.test")]
    [InlineData("SEQUENCE:7")]
    [InlineData("SUMMARY:Un autre titre")]
    [InlineData("DESCRIPTION:Un autre programme")]
    [InlineData("DTSTART;TZID=Europe/Paris:20261127T083000")]
    [InlineData("DTEND;TZID=Europe/Paris:20261127T101500")]
    [InlineData("STATUS:CANCELLED")]
    public Task Each_thing_told_is_told_anew_at_once_though_nothing_else_changed(string told) => IsToldAsync(told, () => portal.Database.WithAsync(async db =>
    {
        Change(await db.Conferences.SingleAsync(c => c.Id == conference.Id), told);
        return await db.SaveChangesAsync();
    }));

    [Fact]
    public Task An_edit_by_its_trainer_is_told_at_once() => IsToldAsync("SUMMARY:De son formateur", () => EditAsync(plan => plan with { Title = "De son formateur" }));

    [Fact]
    public Task A_cancellation_is_told_at_once() => IsToldAsync("STATUS:CANCELLED", async () =>
        Assert.Null(await portal.WithAsync(async (ConferenceDesk d) => await d.CancelAsync((await portal.SightAsync(conference, trainer))!, "Panne"))));

    [Fact]
    public async Task Words_that_came_back_are_told_again_as_written_now()
    {
        var (path, programme) = (await AddressAsync(trainer), conference.Programme);
        var first = await ReadAsync(path);
        await EditAsync(plan => plan with { Programme = "Entre-temps" });
        Assert.Contains("DESCRIPTION:Entre-temps", EventOf(await ReadAsync(path)));
        portal.Clock.Advance(TimeSpan.FromSeconds(5));
        await EditAsync(plan => plan with { Programme = programme });
        var last = await ReadAsync(path);
        Assert.Equal(first.Tag, last.Tag);
        Assert.Equal(Undated(EventOf(first)), Undated(EventOf(last)));
        Assert.Contains(Now(), EventOf(last));
    }

    [Fact]
    public async Task What_a_feed_does_not_tell_leaves_it_as_it_is()
    {
        var path = await AddressAsync(trainer);
        var first = await ReadAsync(path);
        await EditAsync(plan => plan with { Capacity = plan.Capacity + 1 });
        await portal.Database.StoreAsync(new ConferenceTrainer { ConferenceId = conference.Id, MemberId = (await portal.Given.MemberAsync()).Id });
        Assert.Equal(HttpStatusCode.NotModified, (await ReadAsync(path, first.Tag)).Status);
        Assert.DoesNotContain(trainer.Name, (await ReadAsync(path)).Content);
    }

    [Fact]
    public async Task An_event_is_the_same_in_a_feed_and_in_its_file_written_before_or_not()
    {
        await EditAsync(plan => plan with { Title = "DTSTAMP:20000101T000000Z ; l’élection, \\ 🎓 et tout ce qui s’ensuit pour les communes", Programme = "Un\r\nDTSTAMP:20000101T000000Z\n\n- deux" });
        var file = EventOf(await ReadAsync($"/conferences/{conference.Id}/agenda.ics"));
        var (path, cold) = (await AddressAsync(trainer), EventOf(await ReadAsync(Open)));
        Assert.Equal(file, cold);
        portal.Clock.Advance(TimeSpan.FromSeconds(7));
        foreach (var warm in new[] { EventOf(await ReadAsync(Open)), EventOf(await ReadAsync(path)) })
        {
            Assert.Equal(Undated(file), Undated(warm));
            Assert.Contains(Now(), warm);
        }
    }

    [Fact]
    public async Task Who_may_no_longer_know_hears_nothing_of_what_others_read()
    {
        var stranger = await portal.Given.MemberAsync();
        var (theirs, own) = (await AddressAsync(stranger), await AddressAsync(trainer));
        Assert.Contains(conference.CalendarUid, (await ReadAsync(theirs)).Content);
        await portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Audience, ConferenceAudience.Group)));
        Assert.Contains(conference.CalendarUid, (await ReadAsync(own)).Content);
        foreach (var path in new[] { theirs, Open })
            Assert.DoesNotContain(conference.CalendarUid, (await ReadAsync(path)).Content);
    }

    /// <summary>To who reads the public feed and to who reads their own, though both had read it before.</summary>
    private async Task IsToldAsync(string told, Func<Task> edit)
    {
        foreach (var path in new[] { Open, await AddressAsync(trainer) })
        {
            await ReadAsync(path);
            Assert.DoesNotContain(told, EventOf(await ReadAsync(path)));
        }
        var known = (Public: (await ReadAsync(Open)).Tag, Own: (await ReadAsync(await AddressAsync(trainer))).Tag);
        await edit();
        foreach (var (path, tag) in new[] { (Open, known.Public), (await AddressAsync(trainer), known.Own) })
        {
            var changed = await ReadAsync(path, tag);
            Assert.Equal(HttpStatusCode.OK, changed.Status);
            Assert.NotEqual(tag, changed.Tag);
            Assert.Contains(told, EventOf(changed));
            Assert.Equal(HttpStatusCode.NotModified, (await ReadAsync(path, changed.Tag)).Status);
        }
    }

    private static void Change(Conference row, string told)
    {
        switch (told.Split(':', ';')[0])
        {
            case "UID": row.CalendarUid = "autre@portail.test"; break;
            case "SEQUENCE": row.CalendarSequence = 7; break;
            case "SUMMARY": row.Title = "Un autre titre"; break;
            case "DESCRIPTION": row.Programme = "Un **autre** programme"; break;
            case "DTSTART": row.StartsAt = row.StartsAt.AddMinutes(-30); break;
            case "DTEND": row.EndsAt = row.EndsAt.AddMinutes(15); break;
            case "STATUS": row.State = ConferenceState.Cancelled; break;
            default: throw new ArgumentException("Feeds tell nothing of the kind.", nameof(told));
        }
    }

    private async Task EditAsync(Func<ConferencePlan, ConferencePlan> edit)
    {
        var sight = (await portal.SightAsync(conference, trainer))!;
        var saved = await portal.WithAsync((ConferenceDesk d) =>
            d.ChangeAsync(sight, edit(ConferencePlan.Of(sight.Conference)), sight.Conference.Revision, new HashSet<int> { trainer.Id }));
        Assert.True(saved.Saved);
    }

    private async Task<string> AddressAsync(Member member)
    {
        if (await portal.WithAsync((FeedLinks l) => l.TokenOfAsync(member.Id)) is null)
            await portal.WithAsync(async (FeedLinks l) => { await l.RenewAsync(member.Id); return 0; });
        return $"/agendas/{await portal.WithAsync((FeedLinks l) => l.TokenOfAsync(member.Id))}/programme.ics";
    }

    private async Task<Read> ReadAsync(string path, EntityTagHeaderValue? known = null)
    {
        using var program = portal.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null)
            request.Headers.IfNoneMatch.Add(known);
        using var answer = await program.Client.SendAsync(request);
        return new(answer.StatusCode, answer.Headers.ETag, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>This conference's, without the folds.</summary>
    private string EventOf(Read feed) => Assert.Single(
        feed.Content.Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT").Skip(1), one => one.Contains($"/conferences/{conference.Id}\r\n", StringComparison.Ordinal))
        .Split("END:VEVENT")[0];

    private string Now() => portal.Clock.GetUtcNow().ToString("'DTSTAMP:'yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + "\r\n";

    private static string Undated(string one) => Instant().Replace(one, "");

    [GeneratedRegex("^DTSTAMP:.*$", RegexOptions.Multiline)]
    private static partial Regex Instant();

    private sealed record Read(HttpStatusCode Status, EntityTagHeaderValue? Tag, string Content);
}
