namespace Training.Portal.Features.Membership;

/// <summary>Names the resource files of this subject's words: <c>MembershipText.resx</c> (French), <c>MembershipText.en.resx</c>.</summary>
public sealed class MembershipText;
