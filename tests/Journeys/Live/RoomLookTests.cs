using Training.TestKit.Hosts;

namespace Training.Journeys.Live;

/// <summary>The room as people see it and as assistive technology reads it, at both widths; hostile words stay words.</summary>
[Collection(Alone.Name)]
public sealed class RoomLookTests(LiveStage stage) : RoomTests(stage)
{
    private static readonly string[] Hostile =
    [
        "<script>window.broken = 1</script>", "<img src=x onerror=\"window.broken = 1\">", "<svg/onload=window.broken=1>", "javascript:window.broken=1",
        "\"><iframe srcdoc=\"<script>parent.broken=1</script>\">", "{{constructor.constructor('window.broken=1')()}}", "</textarea><script>window.broken=1</script>",
        "<a href=\"data:text/html,<script>1</script>\">clic</a>", "‮gnp.exe", "&lt;b&gt;",
    ];

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 780)]
    public async Task The_room_has_no_serious_finding_fits_its_width_and_asks_nothing_of_another_host(int width, int height)
    {
        var (conference, trainer) = await Stage.OpenConferenceAsync();
        var agent = await Stage.Given.MemberAsync(name: "Léa Martin");
        var camille = await SeatAsync(trainer, conference, width, height);
        var lea = await SeatAsync(agent, conference, width, height);
        var elsewhere = new List<string>();
        lea.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Stage.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                elsewhere.Add(request.Url);
        };

        await lea.Page.WaitForSelectorAsync("#enter:not([disabled])");
        await lea.LooksRightAsync($"lobby-agent-{width}");
        await camille.Page.ClickAsync("#try-devices");
        await camille.Page.WaitForSelectorAsync("#devices:not([hidden])");
        await camille.LooksRightAsync($"lobby-trainer-{width}");
        await camille.EnterAsync();
        await lea.EnterAsync();
        await camille.Page.ClickAsync("[data-action=start]");
        await lea.SeesAndHearsAsync();
        await lea.SayAsync("Bonjour, le nouveau seuil s'applique-t-il aux marchés en cours ?");
        await camille.ReadsAsync("Bonjour, le nouveau seuil s'applique-t-il aux marchés en cours ?");
        await camille.SayAsync("Non, seulement à ceux lancés après le 1ᵉʳ janvier. Le guide sera joint au replay.");
        await lea.ReadsAsync("Non, seulement à ceux lancés après le 1ᵉʳ janvier. Le guide sera joint au replay.");
        await lea.LooksRightAsync($"room-agent-{width}");
        await camille.LooksRightAsync($"room-trainer-{width}");
        await camille.Page.ClickAsync("[data-action=end]");
        await camille.LooksRightAsync($"end-dialog-{width}");
        await camille.Page.ClickAsync("#end-dialog [value=end]");
        await lea.Page.WaitForSelectorAsync("#over:not([hidden])");
        await lea.LooksRightAsync($"over-{width}");
        Assert.Empty(elsewhere);
    }

    [Fact]
    public async Task Hostile_words_in_names_and_lines_are_shown_as_they_are_and_run_nothing()
    {
        var (conference, trainer) = await Stage.OpenConferenceAsync();
        var agent = await Stage.Given.MemberAsync(name: "<img src=x onerror=\"window.broken = 1\">");
        var camille = await SeatAsync(trainer, conference);
        var hostile = await SeatAsync(agent, conference);
        await camille.EnterAsync();
        await hostile.EnterAsync();

        foreach (var line in Hostile)
        {
            await hostile.SayAsync(line);
            await camille.ReadsAsync(line);
        }

        await camille.Page.ReloadAsync();
        await camille.ReadsAsync(Hostile[^1]);
        Assert.Equal(Hostile, await camille.Page.Locator(".chat-text").AllTextContentsAsync());
        Assert.Contains(agent.Name, await camille.TextAsync(".chat-head"), StringComparison.Ordinal);
        Assert.Equal(0, await camille.Page.Locator("#chat-lines :is(script, img, svg, iframe, a)").CountAsync());
        Assert.False(await camille.Page.EvaluateAsync<bool>("'broken' in window"));
    }

    [Fact]
    public async Task The_page_turns_by_itself_when_the_doors_open_and_the_keyboard_is_enough()
    {
        var trainer = await Stage.Given.MemberAsync(name: "Camille Roche");
        var conference = await Stage.Given.ConferenceAsync(
            await Stage.Given.GroupAsync("Commande publique"), trainer, "Accueil des usagers", TimeProvider.System.GetUtcNow().AddHours(1));
        var seated = await SeatAsync(trainer, conference);
        await seated.UntilAsync(async () => (await seated.TextAsync("#lobby-status")).Contains("Les portes ouvrent à", StringComparison.Ordinal), "the waiting sentence");
        Assert.True(await seated.Page.IsDisabledAsync("#enter"));
        await seated.LooksRightAsync("lobby-waiting-1280");

        await OpenDoorsAsync(conference);
        await seated.Page.WaitForSelectorAsync("#enter:not([disabled])");
        await seated.Page.FocusAsync("#enter");
        await seated.Page.Keyboard.PressAsync("Enter");
        await seated.Page.WaitForSelectorAsync("#inside:not([hidden])");
        Assert.Equal("room-title", await seated.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task A_trainer_who_sends_nothing_is_told_so_and_an_agent_is_told_to_wait()
    {
        var (conference, trainer) = await Stage.OpenConferenceAsync();
        var camille = await SeatAsync(trainer, conference, 390, 780);
        var lea = await SeatAsync(await Stage.Given.MemberAsync(name: "Léa Martin"), conference);
        await camille.EnterAsync();
        await lea.EnterAsync();

        await camille.IsToldAsync("#stage-empty", "Personne ne vous voit ni ne vous entend encore");
        await lea.IsToldAsync("#stage-empty", "Les formateurs préparent la scène");
        await camille.LooksRightAsync("stage-empty-trainer-390");
        await lea.LooksRightAsync("stage-empty-agent-1280");
    }
}
