using Training.Media.Rooms.Sdp;

namespace Training.Media.Tests.Rooms.Sdp;

public sealed class CaptureTimesTests
{
    private const string Answer = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\na=recvonly\r\nm=video 9 UDP/TLS/RTP/SAVPF 108\r\na=mid:1\r\na=recvonly\r\n";

    [Fact]
    public void Each_medium_accepts_by_the_number_that_it_was_offered_by() =>
        Assert.Equal(
            Answer.Replace("a=mid:0\r\n", $"a=mid:0\r\na=extmap:5 {CaptureTimes.Extension}\r\n", StringComparison.Ordinal)
                .Replace("a=mid:1\r\n", $"a=mid:1\r\na=extmap:12 {CaptureTimes.Extension}\r\n", StringComparison.Ordinal),
            CaptureTimes.Accept(Offer("5/sendonly", "12"), Answer));

    [Fact]
    public void What_was_not_offered_is_not_accepted()
    {
        Assert.Equal(Answer, CaptureTimes.Accept(Offer(null, null), Answer));
        Assert.Equal(Answer.Replace("a=mid:1\r\n", $"a=mid:1\r\na=extmap:5 {CaptureTimes.Extension}\r\n", StringComparison.Ordinal), CaptureTimes.Accept(Offer(null, "5"), Answer));
    }

    [Fact]
    public void The_gate_lets_the_offer_of_it_pass()
    {
        var offer = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rooms", "Sdp", "chromium-publish.sdp"))
            .Replace("a=mid:0", $"a=extmap:13/sendonly {CaptureTimes.Extension}\na=mid:0", StringComparison.Ordinal);
        Assert.Contains($"a=extmap:13/sendonly {CaptureTimes.Extension}", SdpGate.Publishing(offer).Sdp!, StringComparison.Ordinal);
    }

    private static string Offer(string? sound, string? picture) =>
        $"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\n{Line(sound)}m=video 9 UDP/TLS/RTP/SAVPF 108\r\na=mid:1\r\n{Line(picture)}";

    private static string Line(string? number) => number is null ? "" : $"a=extmap:{number} {CaptureTimes.Extension}\r\n";
}
