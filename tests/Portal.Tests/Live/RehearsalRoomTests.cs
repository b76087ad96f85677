using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Live;

/// <summary>A rehearsal over a real hub, PostgreSQL and Janus: trainers alone, nothing kept, nothing told to those who wait.</summary>
public sealed class RehearsalRoomTests(LiveStage stage) : IClassFixture<LiveStage>
{
    private static object Entry => new { page = Guid.NewGuid(), participation = (Guid?)null, legs = Array.Empty<string>(), afterLine = 0 };

    [Fact]
    public async Task Trainers_enter_alone_and_publish_while_an_agent_at_the_door_is_told_nothing()
    {
        var (conference, trainer, registered) = await RehearsingAsync();
        await using var agent = await RoomVisitor.ConnectAsync(stage, registered, conference.Id);
        await using var guide = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        Assert.True((await guide.EnterAsync()).GetProperty("mayPublish").GetBoolean());
        await guide.SendAsync("Publish", LostRightsTests.Publication);
        await guide.HearAsync("Answer");
        Assert.Equal("DoorsClosed", await agent.RefusalOfAsync("Enter", Entry));
        Assert.Empty(agent.Heard("StageChanged"));
        Assert.DoesNotContain(agent.Heard("PresenceCount"), p => p.GetProperty("count").GetInt32() > 0);
    }

    [Fact]
    public async Task It_records_nothing_keeps_no_word_counts_no_presence_and_does_not_start_the_session()
    {
        var (conference, trainer, _) = await RehearsingAsync();
        await using var guide = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await guide.EnterAsync();
        await guide.SendAsync("Publish", LostRightsTests.Publication);
        await guide.HearAsync("Answer");
        Assert.Equal("NotFound", await guide.RefusalOfAsync("Say", new { key = Guid.NewGuid(), text = "Un, deux, trois" }));
        Assert.Equal("NoMedia", await guide.RefusalOfAsync("Beat"));
        Assert.Equal("TooEarly", await guide.RefusalOfAsync("GoLive"));
        await using var db = stage.Database.Open();
        Assert.Equal(ConferenceState.Planned, (await db.Conferences.SingleAsync(c => c.Id == conference.Id)).State);
        Assert.Null((await db.LiveRooms.SingleAsync(r => r.ConferenceId == conference.Id)).RecordingSince);
        Assert.Equal((0, 0, 0), (
            await db.Recordings.CountAsync(r => r.ConferenceId == conference.Id), await db.ChatMessages.CountAsync(m => m.ConferenceId == conference.Id),
            await db.PresenceSpans.CountAsync(s => s.ConferenceId == conference.Id)));
    }

    [Fact]
    public async Task When_its_time_is_over_those_who_stayed_are_before_the_doors_again()
    {
        var (conference, trainer, _) = await RehearsingAsync(TimeSpan.FromSeconds(40));
        await using var guide = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await guide.EnterAsync();
        stage.Time.PutForward(TimeSpan.FromSeconds(75));
        Assert.Equal("DoorsClosed", (await guide.HearAsync("SentOut")).GetProperty("why").GetString());
        await using var again = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        Assert.Equal("DoorsClosed", await again.RefusalOfAsync("Enter", Entry));
    }

    [Fact]
    public async Task A_co_host_from_elsewhere_is_a_trainer_in_the_room_and_a_colleague_of_theirs_finds_no_room()
    {
        var home = await stage.Given.CollectiviteAsync();
        var (host, colleague) = (await stage.Given.MemberAsync(home), await stage.Given.MemberAsync(home));
        var (conference, _, _) = await RehearsingAsync(within: await stage.Given.CollectiviteAsync());
        await stage.Database.StoreAsync(new ConferenceTrainer { ConferenceId = conference.Id, MemberId = host.Id, CoHost = true });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => RoomVisitor.ConnectAsync(stage, colleague, conference.Id));
        await using var guide = await RoomVisitor.ConnectAsync(stage, host, conference.Id);
        Assert.True((await guide.EnterAsync()).GetProperty("mayPublish").GetBoolean());
        await guide.SendAsync("Publish", LostRightsTests.Publication);
        await guide.HearAsync("Answer");
        await stage.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ConferenceState.DoorsOpen)));
        await guide.SendAsync("GoLive");
        await guide.HearAsync("StateChanged", s => s.GetProperty("state").GetString() == "live");
    }

    [Fact]
    public async Task The_page_tells_the_hour_of_the_rehearsal_to_those_who_run_it_alone()
    {
        var (conference, trainer, registered) = await RehearsingAsync();
        Assert.Contains("Entrer pour répéter", (await (await stage.Browser().SignInAsync(trainer)).GetAsync($"/conferences/{conference.Id}")).Text);
        Assert.Contains("\"rehearsal\":{", (await (await stage.Browser().SignInAsync(trainer)).GetAsync($"/conferences/{conference.Id}/salle")).Content);
        var agent = await stage.Browser().SignInAsync(registered);
        Assert.DoesNotContain("pétition", (await agent.GetAsync($"/conferences/{conference.Id}")).Text);
        Assert.Contains("\"rehearsal\":null", (await agent.GetAsync($"/conferences/{conference.Id}/salle")).Content);
    }

    private async Task<(Conference Conference, Member Trainer, Member Registered)> RehearsingAsync(TimeSpan? until = null, Collectivite? within = null)
    {
        var (trainer, registered) = (await stage.Given.MemberAsync(within), await stage.Given.MemberAsync(within));
        var now = stage.Time.GetUtcNow();
        var conference = await stage.Given.ConferenceAsync(await stage.Given.GroupAsync(privateTo: within), trainer, startsAt: now.AddHours(2));
        await stage.Given.RegistrationAsync(conference, registered);
        await stage.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.RehearsesAt, now.AddMinutes(-1)).SetProperty(c => c.RehearsesUntil, now + (until ?? TimeSpan.FromMinutes(20)))));
        return (conference, trainer, registered);
    }
}
