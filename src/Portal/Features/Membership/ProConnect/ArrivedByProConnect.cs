namespace Training.Portal.Features.Membership.ProConnect;

/// <summary>ProConnect sent this browser back, and a code on this mailbox is still to be typed in it.</summary>
/// <param name="IdToken">For signing out of ProConnect later.</param>
public sealed record ArrivedByProConnect(ProConnectPerson Person, string Address, string? IdToken);
