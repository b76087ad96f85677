namespace Training.Media.Recording;

/// <summary>Offsets between known ones: on the straight line, but for a cliff, which is one from its upper end on.</summary>
/// <param name="nodes">In order of media.</param>
/// <param name="cliff">Seconds of rise that no straight line explains.</param>
internal sealed class OffsetCurve(IReadOnlyList<MediaOffset> nodes, double cliff)
{
    public double At(double media)
    {
        if (nodes.Count == 0)
            return 0;
        var after = UpperBound(media);
        if (after == 0 || after == nodes.Count)
            return nodes[Math.Max(0, after - 1)].Offset;
        var (low, high) = (nodes[after - 1], nodes[after]);
        if (high.Offset - low.Offset > cliff || high.Media <= low.Media)
            return low.Offset;
        return low.Offset + (high.Offset - low.Offset) * (media - low.Media) / (high.Media - low.Media);
    }

    private int UpperBound(double media)
    {
        var (low, high) = (0, nodes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (nodes[middle].Media <= media)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
