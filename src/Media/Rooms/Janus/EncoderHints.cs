using System.Text.RegularExpressions;

namespace Training.Media.Rooms.Janus;

/// <summary>
/// Chromium starts a sender at 300 kbit/s, hence at a small picture, unless the answer says otherwise. The replay copies
/// the stream, so it must start at its full size. Other browsers ignore the parameters.
/// </summary>
internal static partial class EncoderHints
{
    public static string Add(string sdp, JanusOptions options) =>
        H264Parameters().Replace(sdp, match => $"{match.Value};x-google-start-bitrate={options.StartBitrate}");

    [GeneratedRegex(@"a=fmtp:[0-9]+ [^\r\n]*packetization-mode=1[^\r\n]*")]
    private static partial Regex H264Parameters();
}
