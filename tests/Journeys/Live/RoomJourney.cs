using Training.Portal.Features.Conferences;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Journeys.Live;

[Collection(Alone.Name)]
public sealed class RoomJourney(LiveStage stage) : RoomTests(stage)
{
    [Fact]
    public async Task The_trainer_publishes_and_an_agent_sees_hears_and_writes()
    {
        var (conference, trainer) = await Stage.OpenConferenceAsync();
        var agent = await Stage.Given.MemberAsync(name: "Léa Martin");
        var camille = await SeatAsync(trainer, conference);
        var lea = await SeatAsync(agent, conference);

        await camille.EnterWithCameraAsync();
        await lea.EnterAsync();
        await lea.SeesAndHearsAsync();
        await camille.CountsAsync(2);
        await lea.CountsAsync(2);
        await lea.SayAsync("Bonjour, le seuil change quand ?");
        await camille.ReadsAsync("Bonjour, le seuil change quand ?");
        await camille.SayAsync("Au 1er janvier.");
        await lea.ReadsAsync("Au 1er janvier.");

        await camille.Page.ClickAsync("[data-action=start]");
        await lea.Page.WaitForSelectorAsync("#badge-recording:not([hidden])");
        await lea.SeesAndHearsAsync();
        await Eventually.TrueAsync(async () => await Stage.Database.WithAsync(db => Task.FromResult(db.PresenceSpans.Count(s => s.ConferenceId == conference.Id))) == 2);
        await camille.ShootAsync("trainer-1280");
        await lea.ShootAsync("agent-1280");

        await lea.Page.ReloadAsync();
        await lea.SeesAndHearsAsync();
        await lea.ReadsAsync("Au 1er janvier.");
        await lea.CountsAsync(2);

        await camille.Page.ClickAsync("[data-action=end]");
        await camille.Page.ClickAsync("#end-dialog [value=end]");
        await lea.Page.WaitForSelectorAsync("#over:not([hidden])");
        await using var db = Stage.Database.Open();
        Assert.Equal(ConferenceState.Ended, db.Conferences.Single(c => c.Id == conference.Id).State);
        Assert.All(db.Feeds.Where(f => f.ConferenceId == conference.Id), feed => Assert.NotNull(feed.EndedAt));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Stage.Janus.RecordDirectory, $"{conference.Id}"), "*.mjr"));
    }

    [Fact]
    public async Task A_trainer_who_enters_while_the_browser_still_opens_the_devices_enters_with_them()
    {
        const string slowDevices = """
            const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            const opened = new Promise((resolve) => { window.openDevices = resolve; });
            navigator.mediaDevices.getUserMedia = async (constraints) => { await opened; return open(constraints); };
            """;
        var (conference, trainer) = await Stage.OpenConferenceAsync();
        var camille = await SeatAsync(trainer, conference, script: slowDevices);
        var lea = await SeatAsync(await Stage.Given.MemberAsync(), conference);
        await camille.Page.ClickAsync("#try-devices");
        await camille.EnterAsync();
        await lea.EnterAsync();
        await camille.IsToldAsync("#stage-empty", "Personne ne vous voit ni ne vous entend encore");

        await camille.Page.EvaluateAsync("openDevices()");

        await lea.SeesAndHearsAsync();
    }
}
