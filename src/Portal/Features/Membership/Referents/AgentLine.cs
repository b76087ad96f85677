namespace Training.Portal.Features.Membership.Referents;

/// <summary>An agent as the referents see one.</summary>
public sealed record AgentLine(int Id, string Name, string Address, bool Referent, SleepReason? Sleeping, DateTimeOffset ProvedAt);
