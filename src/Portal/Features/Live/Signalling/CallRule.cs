namespace Training.Portal.Features.Live.Signalling;

/// <summary>Sizes beyond which a call is nonsense. Characters.</summary>
public static class CallRule
{
    public const int LongestSdp = 48 * 1024;
    public const int LongestLegName = 128;
    public const int LongestCandidate = 1024;
    public const int MostLegs = 32;

    public static bool Accepts(EnterCall call) =>
        call.Legs is not null && call.Legs.Count <= MostLegs && call.Legs.All(IsLeg) && call.AfterLine >= 0;

    public static bool Accepts(PublishCall call) => IsRef(call.Ref) && Enum.IsDefined(call.Kind) && IsSdp(call.Sdp);

    public static bool Accepts(AnswerCall call) => IsLeg(call.Leg) && IsSdp(call.Sdp);

    public static bool Accepts(RestartCall call) => IsRef(call.Ref) && IsLeg(call.Leg) && (call.Sdp is null || IsSdp(call.Sdp));

    public static bool Accepts(TrickleCall call) =>
        IsLeg(call.Leg) && (call.Candidate is null
            || (call.Candidate.Candidate is { Length: <= LongestCandidate } && (call.Candidate.SdpMid?.Length ?? 0) <= 64));

    public static bool IsLeg(string? leg) => leg is { Length: > 0 and <= LongestLegName };

    private static bool IsRef(string? reference) => reference is { Length: > 0 and <= 64 };

    private static bool IsSdp(string? sdp) => sdp is { Length: > 0 and <= LongestSdp };
}
