namespace Training.Media.Rooms.Sdp;

/// <summary>
/// What a browser may say to a room engine. A description is read, judged and written anew from what is
/// named here, so that nothing unknown reaches the engine: one Opus microphone, one H.264 picture
/// (constrained baseline, packetization-mode 1), DTLS, no data channel, no simulcast (RFC 8866, 8829, 6184).
/// </summary>
public static class SdpGate
{
    public const int MaxLength = 64 * 1024;

    /// <summary>An offer to publish: every medium is sent, none received.</summary>
    public static SdpVerdict Publishing(string? offer) => Judge(offer, "sendonly");

    /// <summary>An answer to watch: every medium is received, none sent.</summary>
    public static SdpVerdict Watching(string? answer) => Judge(answer, "recvonly");

    private static SdpVerdict Judge(string? sdp, string direction)
    {
        if (sdp is null || sdp.Length == 0) return SdpVerdict.Refuse(SdpRefusal.Malformed);
        if (sdp.Length > MaxLength) return SdpVerdict.Refuse(SdpRefusal.TooLarge);
        if (HasControlCharacter(sdp)) return SdpVerdict.Refuse(SdpRefusal.ControlCharacter);
        if (SdpText.Parse(sdp) is not { } text) return SdpVerdict.Refuse(SdpRefusal.Malformed);
        return JudgeMedia(text, direction) is { } refusal ? SdpVerdict.Refuse(refusal) : SdpVerdict.Let(SdpWriter.Write(text, direction));
    }

    /// <summary>Lines end with CRLF or LF; a lone CR, or anything else outside printable ASCII, is an injection.</summary>
    private static bool HasControlCharacter(string sdp)
    {
        for (var i = 0; i < sdp.Length; i++)
        {
            if (sdp[i] is '\n' or >= ' ' and <= '~') continue;
            if (sdp[i] != '\r' || i + 1 >= sdp.Length || sdp[i + 1] != '\n') return true;
        }

        return false;
    }

    private static SdpRefusal? JudgeMedia(SdpText text, string direction)
    {
        if (text.Media.Any(medium => medium.Kind == "application")) return SdpRefusal.DataChannel;
        if (text.Media.Any(medium => medium.Kind is not ("audio" or "video"))) return SdpRefusal.UnknownMedium;
        if (text.Media.Count == 0) return SdpRefusal.NoMedium;
        if (text.Media.CountBy(medium => medium.Kind).Any(kind => kind.Value > 1)) return SdpRefusal.TooManyMedia;
        if (text.Media.Select(medium => medium.Mid).Distinct().Count() < text.Media.Count) return SdpRefusal.Malformed;
        return text.Media.Select(medium => SdpMediumRule.Judge(text, medium, direction)).FirstOrDefault(refusal => refusal is not null);
    }
}
