using Microsoft.Playwright;
using Training.TestKit;

namespace Training.Journeys.Live;

/// <summary>One person at the room's page.</summary>
public sealed class Seated
{

    /// <summary>Keeps the page's peer connections where a test can read their statistics.</summary>
    public const string Watch = """
        window.peers = [];
        window.RTCPeerConnection = class extends RTCPeerConnection {
          constructor(...all) { super(...all); window.peers.push(this); }
        };
        window.mediaStats = async () => {
          const sum = { framesDecoded: 0, audioEnergy: 0, framesSent: 0, width: 0, connected: 0, opened: window.peers.length };
          for (const peer of window.peers) {
            if (peer.connectionState === "connected") sum.connected++;
            if (peer.connectionState === "closed") continue;
            for (const [, r] of await peer.getStats()) {
              if (r.type === "inbound-rtp" && r.kind === "video") { sum.framesDecoded += r.framesDecoded ?? 0; sum.width = Math.max(sum.width, r.frameWidth ?? 0); }
              if (r.type === "inbound-rtp" && r.kind === "audio") sum.audioEnergy += r.totalAudioEnergy ?? 0;
              if (r.type === "outbound-rtp" && r.kind === "video") sum.framesSent += r.framesSent ?? 0;
            }
          }
          return sum;
        };
        """;

    private readonly List<string> said = [];

    public Seated(IBrowserContext context, IPage page)
    {
        (Context, Page) = (context, page);
        page.Console += (_, line) => Keep($"{line.Type}: {line.Text}");
        page.PageError += (_, error) => Keep($"error: {error}");
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>What the page wrote to its console.</summary>
    public string Console
    {
        get
        {
            lock (said)
                return string.Join('\n', said);
        }
    }

    public async Task EnterAsync()
    {
        await Page.ClickAsync("#enter:not([disabled])");
        await Page.WaitForSelectorAsync("#inside:not([hidden])");
    }

    /// <summary>A trainer tries the devices, then enters with them.</summary>
    public async Task EnterWithCameraAsync()
    {
        await Page.ClickAsync("#try-devices");
        await UntilAsync(() => Page.IsVisibleAsync("#devices"), "the devices are shown");
        await EnterAsync();
    }

    public async Task SayAsync(string text)
    {
        await Page.FillAsync("#chat-text", text);
        await Page.PressAsync("#chat-text", "Enter");
    }

    public Task<MediaStats> StatsAsync() => Page.EvaluateAsync<MediaStats>("mediaStats()");

    /// <summary>New pictures are decoded and sound has energy, from now on.</summary>
    public async Task SeesAndHearsAsync(TimeSpan? within = null)
    {
        var before = await StatsAsync();
        await UntilAsync(async () =>
        {
            var now = await StatsAsync();
            // A leg that began anew counts from zero again.
            if (now.FramesDecoded < before.FramesDecoded || now.AudioEnergy < before.AudioEnergy)
                before = now;
            return now.FramesDecoded >= before.FramesDecoded + 10 && now.AudioEnergy > before.AudioEnergy;
        }, "pictures and sound", within);
    }

    public Task CountsAsync(int people, TimeSpan? within = null) =>
        UntilAsync(async () => (await TextAsync("#count")).StartsWith($"{people}\u00a0", StringComparison.Ordinal)
            || (await TextAsync("#count")).StartsWith($"{people} ", StringComparison.Ordinal), $"{people} present", within);

    public Task ReadsAsync(string line, int times = 1) =>
        UntilAsync(async () => await Page.Locator(".chat-line:not(.chat-pending) .chat-text", new() { HasTextString = line }).CountAsync() == times, $"{times} × « {line} »");

    public async Task<string> TextAsync(string selector) => await Page.TextContentAsync(selector) ?? "";

    public async Task UntilAsync(Func<Task<bool>> condition, string told, TimeSpan? within = null)
    {
        try
        {
            await Eventually.TrueAsync(condition, within, told);
        }
        catch (TimeoutException late)
        {
            await Page.ScreenshotAsync(new() { Path = Shot("failed") });
            throw new TimeoutException($"{late.Message}\nStats: {await StatsAsync()}\nCount: {await TextAsync("#count")}\nConnection: {await TextAsync("#connection")}\nConsole:\n{Console}", late);
        }
    }

    /// <summary>The page as a picture, for people to look at.</summary>
    public Task ShootAsync(string name) => Page.ScreenshotAsync(new() { Path = Shot(name) });

    /// <summary>No serious finding of axe, and nothing wider than the screen; a picture of it is kept.</summary>
    public async Task LooksRightAsync(string name)
    {
        await ShootAsync(name);
        var findings = await Axe.GraveFindingsAsync(Page);
        Assert.True(findings.Length == 0, $"{name}: {string.Join("; ", findings)}");
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than its screen");
    }

    /// <summary>The element is shown and says this.</summary>
    public Task IsToldAsync(string selector, string sentence, TimeSpan? within = null) =>
        UntilAsync(
            async () => await Page.IsVisibleAsync(selector) && (await TextAsync(selector)).Replace('\u00a0', ' ').Contains(sentence, StringComparison.Ordinal),
            $"{selector} says « {sentence} »", within);

    private static string Shot(string name) => Path.Combine(Path.GetTempPath(), "live-shots", $"{name}.png");

    private void Keep(string line)
    {
        lock (said)
            said.Add(line);
    }
}

/// <summary>Sums over the page's peer connections.</summary>
public sealed record MediaStats
{
    public double FramesDecoded { get; init; }
    public double AudioEnergy { get; init; }
    public double FramesSent { get; init; }
    public double Width { get; init; }
    public double Connected { get; init; }

    /// <summary>Peer connections made since the page was loaded.</summary>
    public double Opened { get; init; }
}
