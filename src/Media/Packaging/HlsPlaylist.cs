using System.Globalization;
using System.Text;

namespace Training.Media.Packaging;

/// <summary>A finished (VOD) media playlist of fMP4 segments, as RFC 8216 wants it.</summary>
internal sealed record HlsPlaylist(string Header, IReadOnlyList<HlsSegment> Segments)
{
    public double Duration => Segments.Sum(s => s.Seconds);

    public override string ToString()
    {
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n");
        text.Append(CultureInfo.InvariantCulture, $"#EXT-X-TARGETDURATION:{Math.Max(1, Math.Ceiling(Segments.Max(s => s.Seconds)))}\n");
        text.Append("#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        text.Append(CultureInfo.InvariantCulture, $"#EXT-X-MAP:URI=\"{Header}\"\n");
        foreach (var segment in Segments)
            text.Append(CultureInfo.InvariantCulture, $"#EXTINF:{segment.Seconds:F6},\n{segment.File}\n");
        return text.Append("#EXT-X-ENDLIST\n").ToString();
    }

    /// <summary>Null unless the text is complete: it names a header and at least one segment, and ends with ENDLIST.</summary>
    public static HlsPlaylist? Parse(string text)
    {
        string? header = null;
        var segments = new List<HlsSegment>();
        var seconds = 0.0;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith("#EXT-X-MAP:URI=\"", StringComparison.Ordinal))
                header = line.Split('"')[1];
            else if (line.StartsWith("#EXTINF:", StringComparison.Ordinal))
                seconds = double.Parse(line[8..].Split(',')[0], CultureInfo.InvariantCulture);
            else if (!line.StartsWith('#'))
                segments.Add(new HlsSegment(line, seconds));
        }

        return header is not null && segments.Count > 0 && text.TrimEnd().EndsWith("#EXT-X-ENDLIST", StringComparison.Ordinal)
            ? new HlsPlaylist(header, segments)
            : null;
    }
}

internal sealed record HlsSegment(string File, double Seconds);
