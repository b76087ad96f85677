using System.Runtime.InteropServices;

namespace Training.Media.Packaging;

/// <summary>
/// One <c>moof</c> + <c>mdat</c> in the making. A sample's duration is what separates it from the next, so it is only known
/// when the next one comes.
/// </summary>
internal sealed class Mp4Fragment(long start)
{
    private const uint KeySample = 0x02000000;
    private const uint OtherSample = 0x01010000;

    private readonly List<(int Size, long Time, bool Key)> samples = [];
    private readonly List<byte> data = [];

    /// <summary>Decode time of the first sample, in the track's timescale.</summary>
    public long Start { get; } = start;

    public int Bytes => data.Count;

    public void Add(long time, bool key, ReadOnlySpan<byte> sample)
    {
        samples.Add((sample.Length, time, key));
        data.AddRange(sample);
    }

    /// <param name="number">Counts from 1 within the track.</param>
    /// <param name="end">Where the last sample ends.</param>
    public void WriteTo(Stream stream, int number, long end)
    {
        var moof = new Mp4Writer();
        var offsetAt = 0;
        moof.Box("moof", box => box
            .FullBox("mfhd", 0, 0, mfhd => mfhd.U32((uint)number))
            .Box("traf", traf => traf
                .FullBox("tfhd", 0, 0x020000, tfhd => tfhd.U32(1))
                .FullBox("tfdt", 1, 0, tfdt => tfdt.U64((ulong)Start))
                .FullBox("trun", 0, 0x701, trun => offsetAt = Samples(trun, end))));
        moof.Patch(offsetAt, (uint)moof.Length + 8);
        moof.U32((uint)data.Count + 8).Text("mdat");
        stream.Write(moof.Written);
        stream.Write(CollectionsMarshal.AsSpan(data));
    }

    private int Samples(Mp4Writer trun, long end)
    {
        trun.U32((uint)samples.Count);
        var offsetAt = trun.Length;
        trun.U32(0);
        for (var i = 0; i < samples.Count; i++)
        {
            var next = i + 1 < samples.Count ? samples[i + 1].Time : end;
            trun.U32((uint)(next - samples[i].Time)).U32((uint)samples[i].Size).U32(samples[i].Key ? KeySample : OtherSample);
        }

        return offsetAt;
    }
}
