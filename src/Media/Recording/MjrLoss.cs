namespace Training.Media.Recording;

/// <summary>What a raw track file turned out to lack.</summary>
public enum MjrLossKind
{
    Empty,
    HeaderDamaged,
    NoPackets,
    BytesSkipped,
    Truncated,
}

/// <summary>One fact about damage: where it starts in the file and how many bytes could not be used.</summary>
public sealed record MjrLoss(MjrLossKind Kind, long Offset, long Bytes);
