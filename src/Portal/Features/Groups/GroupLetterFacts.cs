using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Groups;

/// <summary>To the animators: somebody asks to be let in.</summary>
public sealed record GroupAskedFacts(string GroupName, string Slug, string Asker, string Collectivite, string Message) : LetterFacts;

/// <summary>To an address. The token is derived when the letter is written out.</summary>
public sealed record GroupInvitedFacts(Guid Invitation, string GroupName, string Inviter, DateTimeOffset ExpiresAt) : LetterFacts;

/// <summary>To who asked.</summary>
public sealed record GroupAnsweredFacts(string GroupName, string Slug, bool Accepted) : LetterFacts;
