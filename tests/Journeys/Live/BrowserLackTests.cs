using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Journeys.Live;

/// <summary>Browsers and networks that cannot: what is missing is said before the room or in it, and what still works works.</summary>
[Collection(Alone.Name)]
public sealed class BrowserLackTests : IAsyncLifetime
{
    private const string WithoutH264 = """
        for (const side of [RTCRtpSender, RTCRtpReceiver]) {
          const all = side.getCapabilities.bind(side);
          side.getCapabilities = (kind) => { const c = all(kind); return { ...c, codecs: c.codecs.filter((one) => !/h264/i.test(one.mimeType)) }; };
        }
        """;

    private const string WithoutWebRtc = "delete window.RTCPeerConnection;";

    private LiveStage stage = null!;
    private Conference conference = null!;
    private Member trainer = null!;
    private Member agent = null!;

    public async ValueTask InitializeAsync()
    {
        stage = await LiveStage.StartAsync();
        (conference, trainer) = await stage.OpenConferenceAsync();
        agent = await stage.Given.MemberAsync(name: "Léa Martin");
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Without_H264_or_WebRTC_the_screen_before_the_room_says_so_and_with_them_it_says_nothing()
    {
        await using var chromium = await RoomBrowser.OpenAsync();
        var lea = await SeatAsync(chromium, agent, WithoutH264);
        var camille = await SeatAsync(chromium, trainer, WithoutH264);
        var old = await SeatAsync(chromium, agent, WithoutWebRtc);
        var fine = await SeatAsync(chromium, agent);

        await lea.IsToldAsync("#lobby-problem", "Ce navigateur ne lit pas le format vidéo H.264 : vous n’aurez pas l’image.");
        await lea.LooksRightAsync("no-h264-agent");
        await camille.IsToldAsync("#lobby-problem", "Ce navigateur n’envoie pas le format vidéo H.264 : vous ne pourrez pas diffuser d’image.");
        await camille.LooksRightAsync("no-h264-trainer");
        await old.IsToldAsync("#lobby-problem", "Ce navigateur ne sait pas recevoir le direct.");
        await old.LooksRightAsync("no-webrtc");
        Assert.True(await old.Page.IsDisabledAsync("#enter"));
        await fine.EnterAsync();
        Assert.Equal("", await fine.TextAsync("#lobby-problem"));
    }

    [Fact]
    public async Task At_an_address_that_is_not_secure_a_trainer_is_told_and_an_agent_watches_all_the_same()
    {
        await using var chromium = await RoomBrowser.LaunchAsync("--host-resolver-rules=MAP portail.test 127.0.0.1");
        var insecure = new Uri($"http://portail.test:{stage.Address.Port}/");
        var camille = await SeatAsync(chromium, trainer);
        await camille.EnterWithCameraAsync();
        var other = await chromium.OpenAsync(insecure, await stage.CookieAsync(trainer), conference.Id);
        var lea = await chromium.OpenAsync(insecure, await stage.CookieAsync(agent), conference.Id);

        await other.IsToldAsync("#lobby-problem", "Le navigateur ne donne la caméra et le micro qu’à une adresse sécurisée (https).");
        await other.Page.ClickAsync("#try-devices");
        await other.IsToldAsync("#device-problem", "Ouvrez cette page avec une adresse qui commence par https.");
        await other.LooksRightAsync("insecure-trainer");
        await other.EnterAsync();
        await other.Page.ClickAsync("[data-action=screen]");
        await other.IsToldAsync("#room-problem", "Ouvrez cette page avec une adresse qui commence par https.");
        await lea.EnterAsync();
        await lea.SeesAndHearsAsync();
    }

    [Fact]
    public async Task Where_UDP_does_not_pass_the_room_says_so_and_the_discussion_works()
    {
        await using var chromium = await RoomBrowser.OpenAsync();
        await using var walled = await RoomBrowser.LaunchAsync("--webrtc-ip-handling-policy=disable_non_proxied_udp");
        var camille = await SeatAsync(chromium, trainer);
        await camille.EnterWithCameraAsync();
        var lea = await SeatAsync(walled, agent);
        await lea.EnterAsync();

        await lea.IsToldAsync("#connection", "votre réseau bloque sans doute l’UDP");
        await lea.LooksRightAsync("no-udp-1280");
        await lea.SayAsync("Je n’ai ni le son ni l’image");
        await camille.ReadsAsync("Je n’ai ni le son ni l’image");
        Assert.False(await camille.Page.IsVisibleAsync("#connection"));
    }

    private async Task<Seated> SeatAsync(RoomBrowser chromium, Member member, string? script = null) =>
        await chromium.OpenAsync(stage.Address, await stage.CookieAsync(member), conference.Id, script: script);
}
