namespace Training.TestKit.Media;

/// <summary>One coded picture (NAL units) or sound packet (a single unit) and its media time.</summary>
public sealed record MediaFrame(TimeSpan Time, IReadOnlyList<byte[]> Units);
