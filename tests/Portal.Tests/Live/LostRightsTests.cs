using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Live;

/// <summary>Rights that end while one is connected, over a real hub, PostgreSQL and Janus. Each time somebody entitled sits beside and stays.</summary>
public sealed class LostRightsTests(LiveStage stage) : IClassFixture<LiveStage>
{
    /// <summary>Rights are looked up again every 30 s; nobody needs to wait for it here.</summary>
    private static readonly TimeSpan UntilLookedUp = TimeSpan.FromSeconds(31);

    [Theory]
    [InlineData("moved to another collectivité", "NotFound")]
    [InlineData("every session ended", "SignedOut")]
    [InlineData("collectivité lost its domain", "SignedOut")]
    [InlineData("no longer trainer", "NotRegistered")]
    public async Task Who_loses_the_right_to_be_there_is_told_and_out_and_who_keeps_it_stays(string how, string why)
    {
        var (conference, loser, agent) = await PrivateAsync();
        await using var lost = await RoomVisitor.ConnectAsync(stage, loser, conference.Id);
        await using var stays = await RoomVisitor.ConnectAsync(stage, agent, conference.Id);
        await lost.EnterAsync();
        await stays.EnterAsync();
        await PublishAsync(lost);
        await stays.HearAsync("PresenceCount", p => p.GetProperty("count").GetInt32() == 2);
        stays.Forget();

        await LoseAsync(how, loser, conference);
        stage.Time.PutForward(UntilLookedUp);

        Assert.Equal(why, (await lost.HearAsync("SentOut")).GetProperty("why").GetString());
        await Eventually.TrueAsync(() => lost.Hub.State == HubConnectionState.Disconnected);
        await stays.HearAsync("PresenceCount", p => p.GetProperty("count").GetInt32() == 1);
        await AssertLeftAsync(conference, loser);
        await stays.SendAsync("Say", new { key = Guid.NewGuid(), text = "Entre nous" });
        await Eventually.TrueAsync(() => stays.Lines().Contains("Entre nous"));
        Assert.Empty(stays.Heard("SentOut"));
        Assert.DoesNotContain("Entre nous", lost.Lines());
    }

    [Fact]
    public async Task A_call_after_the_right_is_lost_does_nothing_and_the_same_call_of_somebody_entitled_does()
    {
        var (conference, loser, agent) = await PrivateAsync();
        await using var lost = await RoomVisitor.ConnectAsync(stage, loser, conference.Id);
        await using var stays = await RoomVisitor.ConnectAsync(stage, agent, conference.Id);
        await lost.EnterAsync();
        await stays.EnterAsync();

        await LoseAsync("moved to another collectivité", loser, conference);
        stage.Time.PutForward(UntilLookedUp);
        await lost.SendAsync("Say", new { key = Guid.NewGuid(), text = "Encore là" });
        await lost.SendAsync("GoLive");

        await lost.HearAsync("SentOut");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => RoomVisitor.ConnectAsync(stage, loser, conference.Id));
        await stays.SendAsync("Say", new { key = Guid.NewGuid(), text = "Toujours là" });
        await Eventually.TrueAsync(() => stays.Lines().Contains("Toujours là"));
        Assert.DoesNotContain("Encore là", stays.Lines());
        await using var db = stage.Database.Open();
        Assert.Equal(ConferenceState.DoorsOpen, db.Conferences.Single(c => c.Id == conference.Id).State);
    }

    [Fact]
    public async Task Who_only_waits_at_the_door_is_sent_away_too_and_hears_no_more_of_the_room()
    {
        var (conference, loser, agent) = await PrivateAsync();
        await using var waits = await RoomVisitor.ConnectAsync(stage, loser, conference.Id);
        await using var stays = await RoomVisitor.ConnectAsync(stage, agent, conference.Id);

        await LoseAsync("moved to another collectivité", loser, conference);
        stage.Time.PutForward(UntilLookedUp);

        Assert.Equal("NotFound", (await waits.HearAsync("SentOut")).GetProperty("why").GetString());
        await Eventually.TrueAsync(() => waits.Hub.State == HubConnectionState.Disconnected);
        await stays.EnterAsync();
    }

    [Fact]
    public async Task A_trainer_who_only_keeps_a_seat_leaves_the_stage_and_stays_in_the_room()
    {
        var (conference, trainer, _) = await PrivateAsync();
        await stage.Given.RegistrationAsync(conference, trainer);
        await using var guide = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await guide.EnterAsync();
        await PublishAsync(guide);

        await LoseAsync("no longer trainer", trainer, conference);
        stage.Time.PutForward(UntilLookedUp);

        await guide.HearAsync("LegLost");
        await using var db = stage.Database.Open();
        Assert.NotNull(db.Feeds.Single(f => f.ConferenceId == conference.Id).EndedAt);
        Assert.Equal("NotFound", await guide.RefusalOfAsync("Publish", Publication));
        Assert.Equal(HubConnectionState.Connected, guide.Hub.State);
    }

    [Fact]
    public async Task A_conference_cancelled_under_everybody_is_told_at_once_and_closes_its_room()
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        await using var guide = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await guide.EnterAsync();
        await PublishAsync(guide);

        await CancelAsync(conference, trainer);

        await guide.HearAsync("StateChanged", s => s.GetProperty("state").GetString() == "cancelled", TimeSpan.FromSeconds(3));
        await AssertLeftAsync(conference, trainer);
        Assert.Equal("NotFound", await guide.RefusalOfAsync("Say", new { key = Guid.NewGuid(), text = "Et maintenant ?" }));
        Assert.Equal("NotFound", await guide.RefusalOfAsync("Publish", Publication));
        Assert.Equal("Cancelled", await guide.RefusalOfAsync("Enter", new { page = Guid.NewGuid(), participation = (Guid?)null, legs = Array.Empty<string>(), afterLine = 0 }));
    }

    internal static object Publication => new
    {
        @ref = "1",
        kind = "camera",
        sdp = File.ReadAllText(Repository.PathOf("tests", "Media.Tests", "Rooms", "Sdp", "chromium-publish.sdp")),
    };

    private static async Task PublishAsync(RoomVisitor visitor)
    {
        await visitor.HearAsync("LineReady");
        await visitor.SendAsync("Publish", Publication);
        await visitor.HearAsync("Answer");
    }

    /// <summary>A conference private to a collectivité, doors open: its trainer, and an agent who may come.</summary>
    private async Task<(Conference Conference, Member Trainer, Member Agent)> PrivateAsync()
    {
        var collectivite = await stage.Given.CollectiviteAsync(domains: [$"{Guid.NewGuid():N}.fr", $"autre-{Guid.NewGuid():N}.fr"]);
        var trainer = await stage.Given.MemberAsync(collectivite);
        var agent = await stage.Given.MemberAsync(collectivite, address: $"agent@{collectivite.Domains[1].Domain}");
        var conference = await stage.Given.ConferenceAsync(
            await stage.Given.GroupAsync(privateTo: collectivite), trainer, startsAt: stage.Time.GetUtcNow().AddMinutes(-1), state: ConferenceState.DoorsOpen);
        await stage.Given.RegistrationAsync(conference, agent);
        return (conference, trainer, agent);
    }

    private async Task LoseAsync(string how, Member member, Conference conference)
    {
        var elsewhere = await stage.Given.CollectiviteAsync();
        await using var db = stage.Database.Open();
        var row = await db.Members.SingleAsync(m => m.Id == member.Id);
        switch (how)
        {
            case "moved to another collectivité":
                (row.CollectiviteId, row.Address) = (elsewhere.Id, $"agent.{member.Id}@{elsewhere.Domains[0].Domain}");
                break;
            case "every session ended":
                row.SessionStamp = Guid.NewGuid();
                break;
            case "collectivité lost its domain":
                await db.CollectiviteDomains.Where(d => member.Address.EndsWith("@" + d.Domain)).ExecuteDeleteAsync();
                break;
            case "no longer trainer":
                await db.Set<ConferenceTrainer>().Where(t => t.ConferenceId == conference.Id && t.MemberId == member.Id).ExecuteDeleteAsync();
                break;
        }

        await db.SaveChangesAsync();
    }

    private async Task AssertLeftAsync(Conference conference, Member member)
    {
        await using var db = stage.Database.Open();
        await Eventually.TrueAsync(async () => !await db.Feeds.AnyAsync(f => f.ConferenceId == conference.Id && (f.EndedAt == null || f.Leg != null)));
        await Eventually.TrueAsync(async () => !await db.Participations.AnyAsync(p => p.ConferenceId == conference.Id && p.MemberId == member.Id && p.LeftAt == null));
        Assert.True(await db.Feeds.AnyAsync(f => f.ConferenceId == conference.Id));
    }

    private async Task CancelAsync(Conference conference, Member trainer)
    {
        var reader = MemberStanding.Of(trainer).Reader;
        var sight = await stage.WithAsync<ConferenceFinder, ConferenceSight?>(finder => finder.FindAsync(conference.Id, reader));
        await stage.WithAsync<ConferenceDesk, ConferenceRefusal?>(desk => desk.CancelAsync(sight!, "Formatrice souffrante"));
    }
}
