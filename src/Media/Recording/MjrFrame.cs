namespace Training.Media.Recording;

/// <summary>One recorded packet. <see cref="Packet"/> is only valid until the next read.</summary>
/// <param name="ArrivalMs">Milliseconds since the file's first packet, on the engine's monotonic clock.</param>
public readonly record struct MjrFrame(uint ArrivalMs, ReadOnlyMemory<byte> Packet);
