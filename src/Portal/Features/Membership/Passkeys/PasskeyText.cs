namespace Training.Portal.Features.Membership.Passkeys;

/// <summary>Names the resource files of this subject's words.</summary>
public sealed class PasskeyText;
