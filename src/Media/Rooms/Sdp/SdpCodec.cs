using System.Text.RegularExpressions;

namespace Training.Media.Rooms.Sdp;

/// <summary>The one codec kept of a medium: its payload type, and that of its retransmissions when there is one.</summary>
internal sealed partial record SdpCodec(int PayloadType, int? Retransmission)
{
    public IEnumerable<int> PayloadTypes => Retransmission is { } rtx ? [PayloadType, rtx] : [PayloadType];

    public static SdpCodec? Choose(SdpMedium medium)
    {
        var type = medium.PayloadTypes.Where(type => type <= 127 && (medium.Kind == "audio" ? IsOpus(medium, type) : IsH264(medium, type)));
        return type.Select(chosen => new SdpCodec(chosen, RetransmissionOf(medium, chosen))).FirstOrDefault();
    }

    private static bool IsOpus(SdpMedium medium, int type) => Is(medium, type, "opus/48000/2");

    private static bool IsH264(SdpMedium medium, int type) =>
        Is(medium, type, "H264/90000") && medium.Of(type, "fmtp").Any(fmtp => Mode1().IsMatch(fmtp) && ConstrainedBaseline().IsMatch(fmtp));

    private static int? RetransmissionOf(SdpMedium medium, int type) => medium.PayloadTypes
        .Where(rtx => rtx <= 127 && Is(medium, rtx, "rtx/90000") && medium.Of(rtx, "fmtp").Any(fmtp => fmtp == $"apt={type}"))
        .Select(rtx => (int?)rtx).FirstOrDefault();

    private static bool Is(SdpMedium medium, int type, string encoding) =>
        medium.Of(type, "rtpmap").Any(map => map.Equals(encoding, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"(\A|;\s*)packetization-mode=1(;|\z)")]
    private static partial Regex Mode1();

    /// <summary>RFC 6184 §8.1: profile_idc 66 with constraint_set1, set by 42e0 and 42c0.</summary>
    [GeneratedRegex(@"(\A|;\s*)profile-level-id=42[ec]0[0-9a-f]{2}(;|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex ConstrainedBaseline();
}
