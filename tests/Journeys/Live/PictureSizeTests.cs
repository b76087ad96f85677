using Training.Portal.Features.Conferences;
using Training.TestKit.Hosts;

namespace Training.Journeys.Live;

/// <summary>The replay copies what leaves the browsers, so a picture keeps one size from its first frame on, whoever else publishes.</summary>
[Collection(Alone.Name)]
public sealed class PictureSizeTests(LiveStage stage) : RoomTests(stage)
{
    /// <summary>Every size that every video element of the page ever had, in order.</summary>
    private const string KeepSizes = """
        window.sizes = {};
        for (const event of ["loadedmetadata", "resize"]) document.addEventListener(event, ({ target }) => {
          if (target.tagName !== "VIDEO" || target.videoWidth === 0) return;
          const seen = (window.sizes[target.getAttribute("aria-label")] ??= []);
          const size = `${target.videoWidth}x${target.videoHeight}`;
          if (seen.at(-1) !== size) seen.push(size);
        }, true);
        """;

    [Fact]
    public async Task Two_trainers_at_once_one_with_camera_and_screen_are_each_seen_at_one_size()
    {
        var (conference, trainer) = await Stage.OpenConferenceAsync();
        var second = await Stage.Given.MemberAsync(name: "Samir Haddad");
        await Stage.Database.StoreAsync(new ConferenceTrainer { ConferenceId = conference.Id, MemberId = second.Id });
        var agent = await Stage.Given.MemberAsync(name: "Léa Martin");
        var lea = await SeatAsync(agent, conference, script: KeepSizes);
        var camille = await SeatAsync(trainer, conference, script: KeepSizes);
        var samir = await SeatAsync(second, conference, script: KeepSizes);
        await lea.EnterAsync();

        await camille.EnterWithCameraAsync();
        await samir.EnterWithCameraAsync();
        await camille.Page.ClickAsync("[data-action=screen]");
        await lea.UntilAsync(async () => await lea.Page.Locator("#tiles video").CountAsync() == 3, "three pictures");
        await camille.Page.ClickAsync("[data-action=start]");
        for (var part = 0; part < 3; part++)
            await lea.SeesAndHearsAsync();
        await lea.UntilAsync(async () => (await lea.StatsAsync()).FramesDecoded > 300, "some seconds of each picture");

        var sizes = await lea.Page.EvaluateAsync<Dictionary<string, string[]>>("window.sizes");
        Assert.Equal(3, sizes.Count);
        Assert.Equal(["1280x720"], sizes["Camille Roche"]);
        Assert.Equal(["1280x720"], sizes["Samir Haddad"]);
        Assert.Equal([await CapturedAsync(camille)], sizes["Écran de Camille Roche"]);
        await lea.ShootAsync("two-trainers-1280");
    }

    /// <summary>The size at which the screen is captured.</summary>
    private static Task<string> CapturedAsync(Seated seated) => seated.Page.EvaluateAsync<string>(
        "(() => { const s = document.querySelector('#tiles video[aria-label=\"Votre écran\"]').srcObject.getVideoTracks()[0].getSettings(); return `${s.width}x${s.height}`; })()");
}
