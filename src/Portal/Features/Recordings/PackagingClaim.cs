namespace Training.Portal.Features.Recordings;

/// <summary>One process's hold on one recording. <see cref="Attempt"/> tells it from earlier holds: a late one settles nothing.</summary>
public sealed record PackagingClaim(int ConferenceId, int Attempt);
