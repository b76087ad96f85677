using Microsoft.Extensions.DependencyInjection;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.TestKit.Domain;
using Training.TestKit.Janus;
using Xunit;

namespace Training.TestKit.Hosts;

/// <summary>A Portal that listens, at the real time, with a real Janus: what tests of the live room stand on.</summary>
public sealed class LiveStage : PortalHost, IAsyncLifetime
{
    public JanusProcess Janus { get; private set; } = null!;

    /// <summary>The time by which the Portal goes.</summary>
    public RealClock Time { get; } = new();

    public static async Task<LiveStage> StartAsync()
    {
        var stage = new LiveStage();
        await stage.InitializeAsync();
        return stage;
    }

    public async ValueTask InitializeAsync()
    {
        Janus = await JanusProcess.StartAsync();
        await StartAsync(this, options =>
        {
            options.Listen = true;
            options.Clock = Time;
            foreach (var (key, value) in RoomSettings.For(Janus))
                options.Settings[key] = value;
        });
        Given = new Given(Database, TimeProvider.System);
    }

    /// <summary>A conference whose doors are open, of an open group.</summary>
    public async Task<(Conference Conference, Member Trainer)> OpenConferenceAsync(ConferenceState state = ConferenceState.DoorsOpen, int capacity = 30)
    {
        var trainer = await Given.MemberAsync(name: "Camille Roche");
        var group = await Given.GroupAsync("Commande publique");
        var conference = await Given.ConferenceAsync(
            group, trainer, "Marchés publics : la réforme des seuils", TimeProvider.System.GetUtcNow().AddMinutes(-1), capacity: capacity, state: state);
        return (conference, trainer);
    }

    /// <summary>The value and name of the session cookie of this member, for a browser or a bare client.</summary>
    public async Task<System.Net.Cookie> CookieAsync(Member member)
    {
        using var browser = await Browser().SignInAsync(member);
        return browser.Cookies.GetCookies(Address)[0];
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Janus.DisposeAsync();
    }
}
