using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Journeys.Live;

/// <summary>Rights that end in the room, as the person sees it: told in plain words, sound and picture stopped; the others go on.</summary>
[Collection(Alone.Name)]
public sealed class SentOutTests : IAsyncLifetime
{
    private const string NoMoreAccess = "Vous n’avez plus accès à cette salle";
    private LiveStage stage = null!;
    private RoomBrowser chromium = null!;
    private Conference conference = null!;
    private Member trainer = null!;
    private Member agent = null!;

    public async ValueTask InitializeAsync()
    {
        stage = await LiveStage.StartAsync();
        chromium = await RoomBrowser.OpenAsync();
        var collectivite = await stage.Given.CollectiviteAsync();
        trainer = await stage.Given.MemberAsync(collectivite, "Camille Roche");
        agent = await stage.Given.MemberAsync(collectivite, "Léa Martin");
        conference = await stage.Given.ConferenceAsync(
            await stage.Given.GroupAsync("Commande publique", collectivite), trainer, "Marchés publics", TimeProvider.System.GetUtcNow().AddMinutes(-1),
            state: ConferenceState.DoorsOpen);
        await stage.Given.RegistrationAsync(conference, agent);
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await stage.DisposeAsync();
    }

    [Fact]
    public async Task Who_leaves_the_collectivite_is_told_and_cut_and_the_trainer_goes_on()
    {
        var (camille, lea) = await SeatBothAsync(stage.Address);

        await MoveAsync(agent);
        stage.Time.PutForward(TimeSpan.FromSeconds(31));

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
        await using var relay = new TcpRelay(stage.Address.Port);
        var (camille, lea) = await SeatBothAsync(new Uri($"http://127.0.0.1:{relay.Port}/"));
        var tries = 0;
        lea.Page.Request += (_, request) => tries += request.Url.Contains("/negotiate", StringComparison.Ordinal) ? 1 : 0;

        await MoveAsync(agent);
        await EndSessionsAsync(trainer);
        stage.Time.PutForward(TimeSpan.FromSeconds(31));
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
        var (_, lea) = await SeatBothAsync(stage.Address);

        var tab = await lea.Page.Context.NewPageAsync();
        await tab.GotoAsync(new Uri(stage.Address, "deconnexion").ToString());
        await tab.ClickAsync("main form[action='/deconnexion'] button");

        await lea.IsToldAsync("#lobby-problem", "votre session a pris fin");
        await AssertStoppedAsync(lea);
    }

    [Fact]
    public async Task A_cancelled_conference_says_so_and_offers_no_replay()
    {
        var (camille, lea) = await SeatBothAsync(stage.Address);

        var sight = await stage.WithAsync<ConferenceFinder, ConferenceSight?>(finder => finder.FindAsync(conference.Id, MemberStanding.Of(trainer).Reader));
        await stage.WithAsync<ConferenceDesk, ConferenceRefusal?>(desk => desk.CancelAsync(sight!, "Formatrice souffrante"));

        await lea.IsToldAsync("#over", "La conférence est annulée");
        Assert.False(await lea.Page.IsVisibleAsync("#over-ended"));
        await lea.UntilAsync(async () => (await lea.StatsAsync()).Connected == 0, "nothing is received");
        await camille.UntilAsync(async () => (await camille.StatsAsync()).Connected == 0, "nothing is sent");
        await lea.LooksRightAsync("cancelled-1280");
    }

    private async Task<(Seated Camille, Seated Lea)> SeatBothAsync(Uri address)
    {
        var camille = await chromium.OpenAsync(address, await stage.CookieAsync(trainer), conference.Id);
        await camille.EnterWithCameraAsync();
        var lea = await chromium.OpenAsync(address, await stage.CookieAsync(agent), conference.Id);
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
        var elsewhere = await stage.Given.CollectiviteAsync();
        await using var db = stage.Database.Open();
        await db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.CollectiviteId, elsewhere.Id).SetProperty(m => m.Address, $"agent.{member.Id}@{elsewhere.Domains[0].Domain}"));
    }

    private async Task EndSessionsAsync(Member member)
    {
        await using var db = stage.Database.Open();
        await db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.SessionStamp, Guid.NewGuid()));
    }
}
