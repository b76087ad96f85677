using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Training.Media.Rooms;
using Training.Media.Rooms.Janus;
using Training.TestKit.Janus;

namespace Training.Media.Tests.Rooms;

/// <summary>One Janus for the tests that leave it alive.</summary>
public sealed class JanusFixture : IAsyncLifetime
{
    public JanusProcess Janus { get; private set; } = null!;

    public JanusRooms Rooms { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Janus = await JanusProcess.StartAsync();
        Rooms = New(Janus);
    }

    public RoomPlan Plan() => Plan(Janus);

    public static JanusRooms New(JanusProcess janus) => New(janus.Options());

    public static JanusRooms New(JanusOptions options) => new(options, TimeProvider.System, NullLogger<JanusRooms>.Instance);

    public static RoomPlan Plan(JanusProcess janus)
    {
        var key = Key();
        return new RoomPlan(key, Key(), Key(), "Essai", Path.Combine(janus.RecordDirectory, key), 4);
    }

    public static string Key() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public async ValueTask DisposeAsync()
    {
        await Rooms.DisposeAsync();
        await Janus.DisposeAsync();
    }
}
