using System.Text;

namespace Training.Media.Rooms.Sdp;

/// <summary>Writes a judged description anew, from allowed attributes only.</summary>
internal static class SdpWriter
{
    public static string Write(SdpText text, string direction)
    {
        var sdp = new StringBuilder();
        sdp.Line("v=0").Line(text.Origin).Line("s=-").Line("t=0 0");
        sdp.Line("a=group:BUNDLE " + string.Join(' ', text.Media.Select(medium => medium.Mid)));
        foreach (var attribute in text.SessionAttributes.Where(SdpAttributes.IsTransport)) sdp.Line("a=" + attribute);
        foreach (var medium in text.Media) Write(sdp, medium, SdpCodec.Choose(medium)!, direction);
        return sdp.ToString();
    }

    private static void Write(StringBuilder sdp, SdpMedium medium, SdpCodec codec, string direction)
    {
        sdp.Line($"m={medium.Kind} 9 UDP/TLS/RTP/SAVPF {string.Join(' ', codec.PayloadTypes)}").Line("c=IN IP4 0.0.0.0").Line("a=" + direction);
        foreach (var attribute in medium.Attributes.Where(attribute => SdpAttributes.IsOfMedium(attribute, codec))) sdp.Line("a=" + attribute);
    }

    private static StringBuilder Line(this StringBuilder sdp, string line) => sdp.Append(line).Append("\r\n");
}
