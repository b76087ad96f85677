using System.Text.RegularExpressions;

namespace Training.Media.Rooms.Sdp;

/// <summary>The attributes that go through, by name and by form; every other is left out.</summary>
internal static partial class SdpAttributes
{
    private static readonly string[] Extensions =
    [
        "urn:ietf:params:rtp-hdrext:sdes:mid",
        "urn:ietf:params:rtp-hdrext:ssrc-audio-level",
        "urn:ietf:params:rtp-hdrext:toffset",
        "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
        CaptureTimes.Extension,
        "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01",
    ];

    /// <summary>Written for the session or for a medium alike (RFC 8839, 8842).</summary>
    public static bool IsTransport(string attribute) => Transport().IsMatch(attribute) || IsFingerprint(attribute);

    public static bool IsOfMedium(string attribute, SdpCodec codec) =>
        IsTransport(attribute) || Plain().IsMatch(attribute) || IsExtension(attribute) || IsSource(attribute)
        || codec.PayloadTypes.Any(type => IsOfPayload(attribute, type));

    private static bool IsFingerprint(string attribute) =>
        attribute.StartsWith("fingerprint:", StringComparison.Ordinal) && Fingerprint().IsMatch(attribute["fingerprint:".Length..]);

    private static bool IsExtension(string attribute) =>
        Extension().Match(attribute) is { Success: true } match && Extensions.Contains(match.Groups["uri"].Value);

    private static bool IsSource(string attribute) => Source().IsMatch(attribute) || Group().IsMatch(attribute);

    private static bool IsOfPayload(string attribute, int type) =>
        Payload().Match(attribute) is { Success: true } match && match.Groups["type"].Value == $"{type}";

    [GeneratedRegex(@"\Asha-(256|384|512) ([0-9A-F]{2}:){31,63}[0-9A-F]{2}\z", RegexOptions.IgnoreCase)]
    internal static partial Regex Fingerprint();

    [GeneratedRegex(@"\A(ice-ufrag:[A-Za-z0-9+/]{4,256}|ice-pwd:[A-Za-z0-9+/]{22,256}|ice-options:[a-z0-9 ]{1,64}|setup:(actpass|active|passive)|extmap-allow-mixed)\z")]
    private static partial Regex Transport();

    [GeneratedRegex(@"\A(rtcp-mux|rtcp-rsize|end-of-candidates|mid:[A-Za-z0-9_-]{1,16}|msid:[!-~]{1,64}( [!-~]{1,64})?|(max)?ptime:[0-9]{1,3}|candidate:[ -~]{1,512})\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\Aextmap:([1-9]|1[0-4])(/[a-z]{1,8})? (?<uri>[!-~]{1,128})\z")]
    private static partial Regex Extension();

    [GeneratedRegex(@"\Assrc:[0-9]{1,10} (cname:[!-~]{1,128}|msid:[!-~]{1,64} [!-~]{1,64})\z")]
    private static partial Regex Source();

    [GeneratedRegex(@"\Assrc-group:FID [0-9]{1,10} [0-9]{1,10}\z")]
    private static partial Regex Group();

    [GeneratedRegex(@"\A(rtpmap:(?<type>[0-9]{1,3}) [A-Za-z0-9/]{1,32}|fmtp:(?<type>[0-9]{1,3}) [A-Za-z0-9=;/ -]{1,256}|rtcp-fb:(?<type>[0-9]{1,3}) (nack|nack pli|ccm fir|goog-remb|transport-cc))\z")]
    private static partial Regex Payload();
}
