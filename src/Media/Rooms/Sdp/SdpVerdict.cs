using System.Diagnostics.CodeAnalysis;

namespace Training.Media.Rooms.Sdp;

/// <summary>The gate's decision: the description as the engine may see it, or a named refusal.</summary>
public sealed record SdpVerdict(string? Sdp, SdpRefusal? Refusal)
{
    [MemberNotNullWhen(true, nameof(Sdp))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Allowed => Sdp is not null;

    internal static SdpVerdict Let(string sdp) => new(sdp, null);

    internal static SdpVerdict Refuse(SdpRefusal refusal) => new(null, refusal);
}
