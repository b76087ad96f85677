using Microsoft.Playwright;

namespace Training.Journeys;

/// <summary>Starts Chromium: the one that is shared, which ends with the run, and those with flags of their own.</summary>
public sealed class ChromiumProcess : IAsyncDisposable
{
    private static readonly SemaphoreSlim Once = new(1);
    private static IPlaywright? driver;
    private static IBrowser? shared;

    public static async Task<IBrowser> SharedAsync()
    {
        await Once.WaitAsync();
        try
        {
            if (shared is not { IsConnected: true })
                shared = await LaunchAsync(await DriverAsync(), []);
            return shared;
        }
        finally
        {
            Once.Release();
        }
    }

    /// <summary>One more, to be disposed by whoever asked.</summary>
    public static async Task<IBrowser> LaunchAsync(params string[] flags)
    {
        await Once.WaitAsync();
        try
        {
            return await LaunchAsync(await DriverAsync(), flags);
        }
        finally
        {
            Once.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (shared is not null)
            await shared.DisposeAsync();
        driver?.Dispose();
    }

    private static async Task<IPlaywright> DriverAsync() => driver ??= await Playwright.CreateAsync();

    private static Task<IBrowser> LaunchAsync(IPlaywright driver, string[] flags) => driver.Chromium.LaunchAsync(new()
    {
        ExecutablePath = "/usr/bin/chromium",
        Args = ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", .. flags],
        IgnoreDefaultArgs = ["--mute-audio"],
    });
}
