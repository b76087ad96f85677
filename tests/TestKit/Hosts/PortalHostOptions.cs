using Microsoft.Extensions.DependencyInjection;

namespace Training.TestKit.Hosts;

/// <summary>What one test wants different.</summary>
public sealed class PortalHostOptions
{
    /// <summary>The host's <see cref="PortalHost.Clock"/> unless the test needs real time.</summary>
    public required TimeProvider Clock { get; set; }

    public required Dictionary<string, string> Settings { get; init; }

    /// <summary>True listens on a free port of 127.0.0.1 (for real browsers and sockets); false stays in memory.</summary>
    public bool Listen { get; set; }

    /// <summary>The port to listen on; 0 takes a free one. Known beforehand it can be part of the public address.</summary>
    public int Port { get; set; }

    public Action<IServiceCollection>? Services { get; set; }
}
