using System.Globalization;
using System.Text;

namespace Training.Media.Packaging;

/// <summary>Joins the main picture and the mixed sound, so that one media element plays both in step.</summary>
internal static class MasterPlaylist
{
    public const string FileName = "master.m3u8";

    public static string Text(PictureWriter? picture, double duration, (long Average, long Peak)? sound, int channels)
    {
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        var alone = picture is null;
        if (sound is not null && !alone)
            text.Append(CultureInfo.InvariantCulture,
                $"#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"sound\",NAME=\"Son\",LANGUAGE=\"fr\",DEFAULT=YES,AUTOSELECT=YES,CHANNELS=\"{channels}\",URI=\"{SoundMix.Name}.m3u8\"\n");
        var (average, peak) = sound ?? (0, 0);
        if (picture is not null)
            (average, peak) = (average + (long)(picture.Bytes * 8 / duration), peak + picture.LargestSegmentBitrate);
        text.Append(CultureInfo.InvariantCulture, $"#EXT-X-STREAM-INF:BANDWIDTH={peak},AVERAGE-BANDWIDTH={average},CODECS=\"{Codecs(picture, sound is not null)}\"");
        if (picture is not null)
            text.Append(CultureInfo.InvariantCulture, $",RESOLUTION={picture.Parameters.Info.Width}x{picture.Parameters.Info.Height}");
        if (sound is not null && !alone)
            text.Append(",AUDIO=\"sound\"");
        return text.Append('\n').Append(picture?.PlaylistFile ?? $"{SoundMix.Name}.m3u8").Append('\n').ToString();
    }

    private static string Codecs(PictureWriter? picture, bool sound) =>
        string.Join(',', ((string?[])[picture?.Parameters.Info.Codec, sound ? SoundMix.Codec : null]).OfType<string>());
}
