namespace Training.Media.Recording;

/// <summary>The two headers a decoder needs before a key picture, as whole NAL units.</summary>
/// <param name="Info">What the SPS says.</param>
public sealed record H264Parameters(byte[] Sps, IReadOnlyList<byte[]> Pps, H264Sps Info);

/// <summary>One coded picture: NAL units each after its length on four bytes (the form MP4 stores).</summary>
/// <param name="Timestamp">90 kHz, unrolled.</param>
/// <param name="Key">Decodes without any earlier picture; parameter sets are then inside as well.</param>
/// <param name="Data">Owned by the receiver.</param>
public sealed record H264AccessUnit(long Timestamp, bool Key, byte[] Data, H264Parameters Parameters);
