namespace Training.Portal.Features.DevMail;

/// <summary>Names the resource files of this subject's words.</summary>
public sealed class DevMailText;
