using Training.Media.Rooms;

namespace Training.Portal.Features.Live.Signalling;

/// <summary>What a browser may ask. Sizes are bounded by the hub (64 KB a message) and by <see cref="CallRule"/>.</summary>
/// <param name="Page">Drawn once per loaded page: a reconnection of the same page keeps its legs.</param>
/// <param name="Participation">The one of before, when coming back.</param>
/// <param name="Legs">Peer connections that the page still holds.</param>
/// <param name="AfterLine">Highest chat id the page holds; 0 for none.</param>
public sealed record EnterCall(Guid Page, Guid? Participation, IReadOnlyList<string> Legs, long AfterLine);

public sealed record PublishCall(string Ref, FeedKind Kind, string Sdp);

public sealed record AnswerCall(string Leg, string Sdp);

/// <param name="Sdp">The new offer of a published leg; null for a watched one, whose new offer comes from the engine.</param>
public sealed record RestartCall(string Ref, string Leg, string? Sdp);

public sealed record WatchCall(string Feed);

public sealed record TrickleCall(string Leg, IceCandidate? Candidate);

public sealed record LegCall(string Leg);

public sealed record MuteCall(string Leg, bool Muted);

public sealed record SayCall(Guid Key, string Text);

public sealed record ExtendCall(int Minutes);
