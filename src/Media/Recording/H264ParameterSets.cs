namespace Training.Media.Recording;

/// <summary>The parameter sets last seen in a track. A new SPS voids the PPS that came before it.</summary>
internal sealed class H264ParameterSets
{
    private const int MostPps = 32;

    private readonly SortedDictionary<uint, byte[]> pps = [];
    private byte[]? sps;
    private H264Sps? info;
    private H264Parameters? current;

    /// <summary>Null until both kinds were seen.</summary>
    public H264Parameters? Current =>
        current ??= sps is not null && info is not null && pps.Count > 0 ? new H264Parameters(sps, [.. pps.Values], info) : null;

    public void Take(ReadOnlySpan<byte> nal)
    {
        if ((nal[0] & 0x1F) == 7)
            TakeSps(nal);
        else
            TakePps(nal);
    }

    private void TakeSps(ReadOnlySpan<byte> nal)
    {
        if (sps is not null && nal.SequenceEqual(sps) || H264Sps.Parse(nal) is not { } parsed)
            return;
        (sps, info, current) = (nal.ToArray(), parsed, null);
        pps.Clear();
    }

    private void TakePps(ReadOnlySpan<byte> nal)
    {
        if (nal.Length < 2)
            return;
        var id = new BitReader(nal[1..]).Unsigned();
        if (pps.TryGetValue(id, out var known) && nal.SequenceEqual(known) || pps.Count >= MostPps)
            return;
        pps[id] = nal.ToArray();
        current = null;
    }
}
