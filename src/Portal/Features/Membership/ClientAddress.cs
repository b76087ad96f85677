using System.Net;
using System.Net.Sockets;

namespace Training.Portal.Features.Membership;

/// <summary>The network address whose requests are counted together: an IPv6 subscriber holds a whole /64.</summary>
public static class ClientAddress
{
    private const int PrefixBytes = 8;

    public static string Of(IPAddress? remote) => remote switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => remote.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"{new IPAddress([.. remote.GetAddressBytes()[..PrefixBytes], .. new byte[PrefixBytes]])}/64",
        _ => remote.ToString(),
    };
}
