using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Training.Media.Rooms.Sdp;

/// <summary>
/// The gate for a browser's candidates (RFC 8839 §5.1): one bounded well-formed line, whose address may not point the
/// engine at this machine itself, at nobody, at everybody or at a cloud's metadata service.
/// </summary>
public static partial class CandidateGate
{
    public static SdpRefusal? Judge(IceCandidate candidate) =>
        candidate.SdpMLineIndex is < 0 or > 1 || candidate.SdpMid is { } mid && !Mid().IsMatch(mid)
            ? SdpRefusal.BadCandidate
            : Judge(candidate.Candidate);

    public static SdpRefusal? Judge(string? candidate)
    {
        if (candidate is null or { Length: > 512 } || Line().Match(candidate) is not { Success: true } match) return SdpRefusal.BadCandidate;
        var address = match.Groups["address"].Value;
        if (MulticastDns().IsMatch(address)) return null;
        if (!IPAddress.TryParse(address, out var ip)) return SdpRefusal.BadCandidate;
        return IsAllowed(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip) ? null : SdpRefusal.AddressNotAllowed;
    }

    private static bool IsAllowed(IPAddress ip)
    {
        if (IPAddress.IsLoopback(ip) || ip.Equals(IPAddress.IPv6Any) || ip.IsIPv6Multicast || ip.IsIPv6LinkLocal) return false;
        if (ip.AddressFamily != AddressFamily.InterNetwork) return true;
        return ip.GetAddressBytes() is not ([0, ..] or [169, 254, ..] or [>= 224, ..]);
    }

    [GeneratedRegex(@"\Acandidate:[A-Za-z0-9+/]{1,32} [1-2] (udp|tcp) [0-9]{1,10} (?<address>[0-9A-Za-z.:-]{1,64}) [0-9]{1,5} typ (host|srflx|prflx|relay)( [!-~]{1,256}){0,24}\z", RegexOptions.IgnoreCase)]
    private static partial Regex Line();

    [GeneratedRegex(@"\A[0-9a-f-]{8,60}\.local\z", RegexOptions.IgnoreCase)]
    private static partial Regex MulticastDns();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,16}\z")]
    private static partial Regex Mid();
}
