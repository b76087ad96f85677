using Xunit;

namespace Training.TestKit.Hosts;

/// <summary>A Portal shared by the tests of one class.</summary>
public sealed class PortalFixture : PortalHost, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await StartAsync(this, null);
}
