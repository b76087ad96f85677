using Training.Media.Rooms.Sdp;

namespace Training.Media.Tests.Rooms.Sdp;

/// <summary>The .sdp files are Chromium 156's own words; each row changes one thing in them.</summary>
public sealed class SdpGateTests
{
    private static readonly string Publish = Read("chromium-publish");

    [Theory]
    [InlineData("chromium-publish")]
    [InlineData("chromium-gathered")]
    public void An_offer_of_microphone_and_camera_passes(string file)
    {
        var verdict = SdpGate.Publishing(Read(file));
        Assert.Null(verdict.Refusal);
        Assert.True(verdict.Allowed);
    }

    [Fact]
    public void An_answer_to_watch_passes() => Assert.Null(SdpGate.Watching(Read("chromium-watch")).Refusal);

    [Fact]
    public void Only_opus_and_constrained_baseline_with_its_retransmissions_go_through()
    {
        var lines = Passed(Publish);
        Assert.Equal(["m=audio 9 UDP/TLS/RTP/SAVPF 111", "m=video 9 UDP/TLS/RTP/SAVPF 108 109"], lines.Where(line => line.StartsWith("m=", StringComparison.Ordinal)));
        Assert.Equal(["a=rtpmap:111 opus/48000/2", "a=rtpmap:108 H264/90000", "a=rtpmap:109 rtx/90000"], lines.Where(line => line.StartsWith("a=rtpmap", StringComparison.Ordinal)));
        Assert.Contains("a=fmtp:108 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f", lines);
    }

    [Fact]
    public void Extensions_go_through_by_name_only()
    {
        var names = Passed(Publish).Where(line => line.StartsWith("a=extmap:", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]).Distinct();
        Assert.Equal(
            [
                "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01", "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
                "urn:ietf:params:rtp-hdrext:sdes:mid", "urn:ietf:params:rtp-hdrext:ssrc-audio-level", "urn:ietf:params:rtp-hdrext:toffset",
            ],
            names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_connection_needs_is_kept()
    {
        var lines = Passed(Read("chromium-gathered"));
        foreach (var name in new[] { "a=ice-ufrag:", "a=ice-pwd:", "a=fingerprint:sha-256 ", "a=setup:actpass", "a=candidate:", "a=mid:", "a=ssrc-group:FID ", "a=group:BUNDLE 0 1", "a=rtcp-mux" })
            Assert.Contains(lines, line => line.StartsWith(name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("chromium-data", SdpRefusal.DataChannel)]
    [InlineData("chromium-simulcast", SdpRefusal.Simulcast)]
    [InlineData("chromium-two", SdpRefusal.TooManyMedia)]
    [InlineData("chromium-sendrecv", SdpRefusal.WrongDirection)]
    [InlineData("chromium-watch", SdpRefusal.WrongDirection)]
    [InlineData("chromium-vp8", SdpRefusal.NoH264)]
    public void An_offer_outside_our_use_is_refused_by_name(string file, SdpRefusal expected) =>
        Assert.Equal(expected, SdpGate.Publishing(Read(file)).Refusal);

    [Fact]
    public void A_publisher_s_description_is_no_answer_to_watch() => Assert.Equal(SdpRefusal.WrongDirection, SdpGate.Watching(Publish).Refusal);

    [Theory]
    [InlineData("a=sendonly", "a=inactive", SdpRefusal.WrongDirection)]
    [InlineData("a=sendonly", "a=rtcp-rsize", SdpRefusal.WrongDirection)]
    [InlineData("a=sendonly", "a=sendonly\r\na=sendrecv", SdpRefusal.WrongDirection)]
    [InlineData("opus/48000/2", "PCMA/8000", SdpRefusal.NoOpus)]
    [InlineData("packetization-mode=1", "packetization-mode=0", SdpRefusal.NoH264)]
    [InlineData("42e01f", "64001f", SdpRefusal.NoH264)]
    [InlineData(";profile-level-id=42e01f", "", SdpRefusal.NoH264)]
    [InlineData("a=ssrc-group:FID", "a=ssrc-group:SIM", SdpRefusal.Simulcast)]
    [InlineData("a=rtcp-rsize", "a=rid:h send", SdpRefusal.Simulcast)]
    [InlineData("a=rtcp-rsize", "a=simulcast:send h;l", SdpRefusal.Simulcast)]
    [InlineData("a=rtcp-rsize", "a=ssrc:1 cname:x\r\na=ssrc:2 cname:x", SdpRefusal.Simulcast)]
    [InlineData("a=fingerprint:sha-256 ", "a=fingerprint:md5 ", SdpRefusal.NotEncrypted)]
    [InlineData("a=fingerprint:", "a=nothing:", SdpRefusal.NotEncrypted)]
    [InlineData("UDP/TLS/RTP/SAVPF", "RTP/AVP", SdpRefusal.NotEncrypted)]
    [InlineData("m=video 9", "m=video 0", SdpRefusal.MediumRejected)]
    [InlineData("m=video 9", "m=application 9", SdpRefusal.DataChannel)]
    [InlineData("m=video 9", "m=text 9", SdpRefusal.UnknownMedium)]
    [InlineData("m=video 9", "m=audio 9", SdpRefusal.TooManyMedia)]
    [InlineData("m=video 9 UDP", "m=video x UDP", SdpRefusal.Malformed)]
    [InlineData("SAVPF 111 63", "SAVPF 111 abc", SdpRefusal.Malformed)]
    [InlineData("a=mid:1", "a=mid:0", SdpRefusal.Malformed)]
    [InlineData("a=mid:1", "a=mid:way-too-long-for-a-mid", SdpRefusal.Malformed)]
    [InlineData("a=rtcp-mux", "a=rtcp-rsize", SdpRefusal.Malformed)]
    [InlineData("v=0", "v=1", SdpRefusal.Malformed)]
    [InlineData("o=- ", "o=", SdpRefusal.Malformed)]
    [InlineData("s=-", "not a line", SdpRefusal.Malformed)]
    [InlineData("s=-", "s=-\r\n\r\n", SdpRefusal.Malformed)]
    [InlineData("s=-", "s=\0", SdpRefusal.ControlCharacter)]
    [InlineData("s=-", "s=-\ra=evil", SdpRefusal.ControlCharacter)]
    [InlineData("s=-", "s=é", SdpRefusal.ControlCharacter)]
    [InlineData("a=rtcp-rsize", "a=candidate:1 1 udp 1 127.0.0.1 5432 typ host", SdpRefusal.AddressNotAllowed)]
    [InlineData("a=rtcp-rsize", "a=candidate:nonsense", SdpRefusal.BadCandidate)]
    public void One_change_makes_it_refused_by_name(string from, string to, SdpRefusal expected)
    {
        var offer = Publish.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Publish, offer);
        Assert.Equal(expected, SdpGate.Publishing(offer).Refusal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("v=0")]
    [InlineData("{}")]
    public void Nonsense_is_malformed(string? sdp) => Assert.Equal(SdpRefusal.Malformed, SdpGate.Publishing(sdp).Refusal);

    [Fact]
    public void A_description_without_media_is_refused() =>
        Assert.Equal(SdpRefusal.NoMedium, SdpGate.Publishing(Publish[..Publish.IndexOf("m=audio", StringComparison.Ordinal)]).Refusal);

    [Fact]
    public void More_than_64_KB_is_refused_before_it_is_read() =>
        Assert.Equal(SdpRefusal.TooLarge, SdpGate.Publishing(Publish + new string('a', SdpGate.MaxLength)).Refusal);

    [Theory]
    [InlineData("a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz")]
    [InlineData("a=sctp-port:5000")]
    [InlineData("a=rtcp:9 IN IP4 10.0.0.1")]
    [InlineData("a=ice-lite")]
    [InlineData("a=ssrc-group:FEC 1363333913 1")]
    [InlineData("a=fmtp:108 %n%n%n")]
    [InlineData("a=ice-ufrag:<script>")]
    [InlineData("a=mid-extra:1")]
    public void An_attribute_we_did_not_name_is_left_out(string attribute)
    {
        var lines = Passed(Publish.Replace("a=rtcp-rsize", attribute, StringComparison.Ordinal));
        Assert.DoesNotContain(attribute, lines);
    }

    [Fact]
    public void What_passed_passes_again_unchanged()
    {
        var once = SdpGate.Publishing(Publish).Sdp!;
        Assert.Equal(once, SdpGate.Publishing(once).Sdp);
    }

    private static string[] Passed(string offer)
    {
        var verdict = SdpGate.Publishing(offer);
        Assert.Null(verdict.Refusal);
        return verdict.Sdp!.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Read(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rooms", "Sdp", name + ".sdp")).ReplaceLineEndings("\r\n");
}
