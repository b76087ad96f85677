using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Journeys.Live;

/// <summary>Rights that end in the room, as the person sees it: told in plain words, sound and picture stopped; the others go on.</summary>
[Collection(Alone.Name)]
public sealed class SentOutTests(LiveStage stage) : RoomTests(stage)
{
    private const string NoMoreAccess = "Vous n’avez plus accès à cette salle";
    private Conference conference = null!;
    private Member trainer = null!;
    private Member agent = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var collectivite = await Stage.Given.CollectiviteAsync();
        trainer = await Stage.Given.MemberAsync(collectivite, "Camille Roche");
        agent = await Stage.Given.MemberAsync(collectivite, "Léa Martin");
        conference = await Stage.Given.ConferenceAsync(
            await Stage.Given.GroupAsync("Commande publique", collectivite), trainer, "Marchés publics", TimeProvider.System.GetUtcNow().AddMinutes(-1),
            state: ConferenceState.DoorsOpen);
        await Stage.Given.RegistrationAsync(conference, agent);
    }

    [Fact]
    public async Task Who_leaves_the_collectivite_is_told_and_cut_and_the_trainer_goes_on()
    {
        var (camille, lea) = await SeatBothAsync(Stage.Address);

        await MoveAsync(agent);
        Stage.Time.PutForward(TimeSpan.FromSeconds(31));

        await lea.IsToldAsync("#lobby-problem", NoMoreAccess);
        await AssertStoppedAsync(lea);
        await lea.LooksRightAsync("sent-out-1280");
        await camille.CountsAsync(1);
        Assert.Equal(1, (await camille.StatsAsync()).Connected);
        Assert.True(await camille.Page.IsVisibleAsync("#inside"));
    }

    [Fact]
    public async Task Who_was_cut_off_meanwhile_finds_the_door_shut_and_tries_no_more()
    {
        await using var relay = new TcpRelay(Stage.Address.Port);
        var (camille, lea) = await SeatBothAsync(new Uri($"http://127.0.0.1:{relay.Port}/"));
        var tries = 0;
        lea.Page.Request += (_, request) => tries += request.Url.Contains("/negotiate", StringComparison.Ordinal) ? 1 : 0;

        await MoveAsync(agent);
        await EndSessionsAsync(trainer);
        Stage.Time.PutForward(TimeSpan.FromSeconds(31));
        relay.Cut();

        await lea.IsToldAsync("#lobby-problem", NoMoreAccess);
        await AssertStoppedAsync(lea);
        await camille.IsToldAsync("#lobby-problem", "votre session a pris fin");
        await AssertStoppedAsync(camille);
        Assert.InRange(tries, 1, 2);
    }

    [Fact]
    public async Task Who_signs_out_in_another_tab_is_out_of_the_room_in_this_one()
    {
        var (_, lea) = await SeatBothAsync(Stage.Address);

        var tab = await lea.Page.Context.NewPageAsync();
        await tab.GotoAsync(new Uri(Stage.Address, "deconnexion").ToString());
        await tab.ClickAsync("main form[action='/deconnexion'] button");

        await lea.IsToldAsync("#lobby-problem", "votre session a pris fin");
        await AssertStoppedAsync(lea);
    }

    [Fact]
    public async Task A_cancelled_conference_says_so_and_offers_no_replay()
    {
        var (camille, lea) = await SeatBothAsync(Stage.Address);

        var sight = await Stage.WithAsync<ConferenceFinder, ConferenceSight?>(finder => finder.FindAsync(conference.Id, MemberStanding.Of(trainer).Reader));
        await Stage.WithAsync<ConferenceDesk, ConferenceRefusal?>(desk => desk.CancelAsync(sight!, "Formatrice souffrante"));

        await lea.IsToldAsync("#over", "La conférence est annulée");
        Assert.False(await lea.Page.IsVisibleAsync("#over-ended"));
        await lea.UntilAsync(async () => (await lea.StatsAsync()).Connected == 0, "nothing is received");
        await camille.UntilAsync(async () => (await camille.StatsAsync()).Connected == 0, "nothing is sent");
        await lea.LooksRightAsync("cancelled-1280");
    }

    private async Task<(Seated Camille, Seated Lea)> SeatBothAsync(Uri address)
    {
        var camille = await SeatAsync(trainer, conference, at: address);
        await camille.EnterWithCameraAsync();
        var lea = await SeatAsync(agent, conference, at: address);
        await lea.EnterAsync();
        await lea.SeesAndHearsAsync();
        return (camille, lea);
    }

    private static async Task AssertStoppedAsync(Seated seated)
    {
        await seated.UntilAsync(async () => (await seated.StatsAsync()).Connected == 0, "sound and picture stopped");
        Assert.False(await seated.Page.IsVisibleAsync("#inside"));
        Assert.False(await seated.Page.IsVisibleAsync("#enter"));
        Assert.True(await seated.Page.IsVisibleAsync("#lobby-home a"));
    }

    private async Task MoveAsync(Member member)
    {
        var elsewhere = await Stage.Given.CollectiviteAsync();
        await using var db = Stage.Database.Open();
        await db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.CollectiviteId, elsewhere.Id).SetProperty(m => m.Address, $"agent.{member.Id}@{elsewhere.Domains[0].Domain}"));
    }

    private async Task EndSessionsAsync(Member member)
    {
        await using var db = Stage.Database.Open();
        await db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.SessionStamp, Guid.NewGuid()));
    }
}
