using Training.Media.Rooms;
using Training.Media.Rooms.Sdp;

namespace Training.Media.Tests.Rooms.Sdp;

public sealed class CandidateGateTests
{
    [Theory]
    [InlineData("candidate:1900351912 1 udp 2122194687 192.0.2.2 34182 typ host generation 0 ufrag ZI4H network-id 1")]
    [InlineData("candidate:1983347992 1 udp 2122265343 fd00::2 46058 typ host generation 0 ufrag ZI4H network-id 2")]
    [InlineData("candidate:260764464 1 tcp 1518214911 192.0.2.2 9 typ host tcptype active generation 0 ufrag ZI4H network-id 1")]
    [InlineData("candidate:842163049 1 udp 1677729535 203.0.113.7 46154 typ srflx raddr 0.0.0.0 rport 0 generation 0 ufrag ZI4H network-cost 999")]
    [InlineData("candidate:1 1 UDP 2122252543 3f0c1a52-7d4e-4d3c-9f0a-0b6d6f3f2a11.local 50000 typ host")]
    public void A_browser_s_candidate_passes(string candidate) => Assert.Null(CandidateGate.Judge(new IceCandidate(candidate, "0", 0)));

    [Theory]
    [InlineData("", SdpRefusal.BadCandidate)]
    [InlineData("candidate:1", SdpRefusal.BadCandidate)]
    [InlineData("a=candidate:1 1 udp 1 192.0.2.2 5000 typ host", SdpRefusal.BadCandidate)]
    [InlineData("candidate:1 1 udp 1 192.0.2.2 5000 typ host\r\na=evil", SdpRefusal.BadCandidate)]
    [InlineData("candidate:1 1 udp 1 192.0.2.2 5000 typ host\n", SdpRefusal.BadCandidate)]
    [InlineData("candidate:1 1 sctp 1 192.0.2.2 5000 typ host", SdpRefusal.BadCandidate)]
    [InlineData("candidate:1 1 udp 1 192.0.2.2 5000 typ other", SdpRefusal.BadCandidate)]
    [InlineData("candidate:1 1 udp 1 database.internal 5432 typ host", SdpRefusal.BadCandidate)]
    [InlineData("candidate:1 1 udp 1 127.0.0.1 5432 typ host", SdpRefusal.AddressNotAllowed)]
    [InlineData("candidate:1 1 udp 1 0x7f000001 5432 typ host", SdpRefusal.AddressNotAllowed)]
    [InlineData("candidate:1 1 udp 1 ::1 5432 typ host", SdpRefusal.AddressNotAllowed)]
    [InlineData("candidate:1 1 udp 1 ::ffff:127.0.0.1 5432 typ host", SdpRefusal.AddressNotAllowed)]
    [InlineData("candidate:1 1 udp 1 0.0.0.0 5432 typ host", SdpRefusal.AddressNotAllowed)]
    [InlineData("candidate:1 1 udp 1 169.254.169.254 80 typ host", SdpRefusal.AddressNotAllowed)]
    [InlineData("candidate:1 1 udp 1 224.0.0.251 5353 typ host", SdpRefusal.AddressNotAllowed)]
    [InlineData("candidate:1 1 udp 1 255.255.255.255 9 typ host", SdpRefusal.AddressNotAllowed)]
    [InlineData("candidate:1 1 udp 1 fe80::1 9 typ host", SdpRefusal.AddressNotAllowed)]
    [InlineData("candidate:1 1 udp 1 ff02::fb 5353 typ host", SdpRefusal.AddressNotAllowed)]
    public void Another_is_refused_by_name(string candidate, SdpRefusal expected) => Assert.Equal(expected, CandidateGate.Judge(new IceCandidate(candidate, "0", 0)));

    [Fact]
    public void A_candidate_is_bounded() =>
        Assert.Equal(SdpRefusal.BadCandidate, CandidateGate.Judge("candidate:1 1 udp 1 192.0.2.2 5000 typ host ufrag " + new string('x', 600)));

    [Theory]
    [InlineData("0\r\na=x", 0)]
    [InlineData("0", -1)]
    [InlineData("0", 7)]
    public void Its_medium_is_one_of_ours(string mid, int index) =>
        Assert.Equal(SdpRefusal.BadCandidate, CandidateGate.Judge(new IceCandidate("candidate:1 1 udp 1 192.0.2.2 5000 typ host", mid, index)));
}
