namespace Training.Portal.Features.Membership.Register;

/// <summary>Names the resource files of this subject's words: <c>RegisterText.resx</c> (French), <c>RegisterText.en.resx</c>.</summary>
public sealed class RegisterText;
