using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Live;

public sealed class EntryTests(LiveStage stage) : IClassFixture<LiveStage>
{
    [Theory]
    [InlineData(ConferenceState.Ended, "Ended")]
    [InlineData(ConferenceState.Cancelled, "Cancelled")]
    public async Task A_room_that_is_not_open_is_refused_in_its_words(ConferenceState state, string why)
    {
        var (conference, trainer) = await stage.OpenConferenceAsync(state);
        await using var visitor = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);

        Assert.Equal(why, await visitor.RefusalOfAsync("Enter", Entry));
    }

    [Fact]
    public async Task Before_the_doors_nobody_enters_and_once_they_are_due_whoever_stands_there_opens_them()
    {
        var trainer = await stage.Given.MemberAsync();
        var group = await stage.Given.GroupAsync();
        var now = TimeProvider.System.GetUtcNow();
        var later = await stage.Given.ConferenceAsync(group, trainer, startsAt: now.AddHours(2));
        var due = await stage.Given.ConferenceAsync(group, trainer, startsAt: now.AddMinutes(5));
        await using var early = await RoomVisitor.ConnectAsync(stage, trainer, later.Id);
        await using var prompt = await RoomVisitor.ConnectAsync(stage, trainer, due.Id);

        Assert.Equal("DoorsClosed", await early.RefusalOfAsync("Enter", Entry));
        await prompt.EnterAsync();
        await prompt.HearAsync("StateChanged", s => s.GetProperty("state").GetString() == "doorsOpen");
    }

    [Fact]
    public async Task Entering_without_registration_takes_a_seat_and_the_last_one_is_refused_clearly()
    {
        var (conference, _) = await stage.OpenConferenceAsync(capacity: 1);
        var quick = await stage.Given.MemberAsync();
        await using var first = await RoomVisitor.ConnectAsync(stage, quick, conference.Id);
        await using var second = await RoomVisitor.ConnectAsync(stage, await stage.Given.MemberAsync(), conference.Id);

        await first.EnterAsync();

        Assert.Equal("Full", await second.RefusalOfAsync("Enter", Entry));
        await using var db = stage.Database.Open();
        Assert.Equal([quick.Id], await db.Registrations.Where(r => r.ConferenceId == conference.Id).Select(r => r.MemberId).ToListAsync());
    }

    [Fact]
    public async Task Two_tabs_of_one_person_count_once_and_leaving_is_seen_at_once()
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        var agent = await stage.Given.MemberAsync();
        await using var guide = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await using var tab = await RoomVisitor.ConnectAsync(stage, agent, conference.Id);
        await using var other = await RoomVisitor.ConnectAsync(stage, agent, conference.Id);

        await guide.EnterAsync();
        await tab.EnterAsync();
        var entered = await other.EnterAsync();

        Assert.Equal(2, entered.GetProperty("presence").GetProperty("count").GetInt32());
        await tab.SendAsync("Leave");
        await other.SendAsync("Leave");
        await guide.HearAsync("PresenceCount", p => p.GetProperty("count").GetInt32() == 1, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_connection_that_went_silent_without_a_word_is_out_of_the_count_within_40_seconds()
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        await using var guide = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await guide.EnterAsync();
        await using var silent = await RoomVisitor.ConnectAsync(stage, await stage.Given.MemberAsync(), conference.Id, hub => hub.KeepAliveInterval = TimeSpan.FromHours(1));
        await silent.EnterAsync();
        await guide.HearAsync("PresenceCount", p => p.GetProperty("count").GetInt32() == 2);
        guide.Forget();

        await guide.HearAsync("PresenceCount", p => p.GetProperty("count").GetInt32() == 1, TimeSpan.FromSeconds(40));
    }

    private static object Entry => new { page = Guid.NewGuid(), participation = (Guid?)null, legs = Array.Empty<string>(), afterLine = 0 };
}
