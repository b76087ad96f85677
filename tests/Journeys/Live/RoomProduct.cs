using Training.TestKit.Processes;

namespace Training.Journeys.Live;

/// <summary>The whole product and one Chromium, started once for the tests of a class.</summary>
public sealed class RoomProduct : IAsyncLifetime
{
    public ProductProcesses Product { get; private set; } = null!;

    public RoomBrowser Chromium { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Product = await ProductProcesses.StartAsync(("Training:Attendance:BeatSeconds", "2"), ("Logging:LogLevel:Training", "Information"));
        Chromium = await RoomBrowser.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await Product.DisposeAsync();
    }
}
