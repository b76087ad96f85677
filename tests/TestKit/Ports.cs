using System.Net;
using System.Net.Sockets;

namespace Training.TestKit;

public static class Ports
{
    /// <summary>A TCP port of 127.0.0.1 that was free a moment ago.</summary>
    public static int Free()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
