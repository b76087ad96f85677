using System.Text.RegularExpressions;

namespace Training.Media.Rooms.Sdp;

/// <summary>The rule for one medium.</summary>
internal static partial class SdpMediumRule
{
    private static readonly string[] Directions = ["sendrecv", "sendonly", "recvonly", "inactive"];

    public static SdpRefusal? Judge(SdpText text, SdpMedium medium, string direction)
    {
        if (medium.Port == 0) return SdpRefusal.MediumRejected;
        if (!Mid().IsMatch(medium.Mid) || !medium.Has("rtcp-mux")) return SdpRefusal.Malformed;
        if (IsSimulcast(medium)) return SdpRefusal.Simulcast;
        if (!IsEncrypted(text, medium)) return SdpRefusal.NotEncrypted;
        if (!medium.Attributes.Where(Directions.Contains).SequenceEqual([direction])) return SdpRefusal.WrongDirection;
        if (SdpCodec.Choose(medium) is null) return medium.Kind == "audio" ? SdpRefusal.NoOpus : SdpRefusal.NoH264;
        return medium.Values("candidate").Select(c => CandidateGate.Judge("candidate:" + c)).FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>By attribute, by group, or by more sources than a stream and its retransmissions need.</summary>
    private static bool IsSimulcast(SdpMedium medium) =>
        medium.Values("simulcast").Any() || medium.Values("rid").Any()
        || medium.Values("ssrc-group").Any(group => group.StartsWith("SIM", StringComparison.OrdinalIgnoreCase))
        || medium.Values("ssrc").Select(ssrc => ssrc.Split(' ')[0]).Distinct().Count() > (medium.Kind == "audio" ? 1 : 2);

    private static bool IsEncrypted(SdpText text, SdpMedium medium)
    {
        var prints = medium.Values("fingerprint").Concat(
            text.SessionAttributes.Where(a => a.StartsWith("fingerprint:", StringComparison.Ordinal)).Select(a => a["fingerprint:".Length..])).ToList();
        return medium.Protocol == "UDP/TLS/RTP/SAVPF" && prints.Count > 0 && prints.All(print => SdpAttributes.Fingerprint().IsMatch(print));
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,16}\z")]
    private static partial Regex Mid();
}
