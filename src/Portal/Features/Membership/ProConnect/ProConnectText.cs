namespace Training.Portal.Features.Membership.ProConnect;

/// <summary>Names the resource files of this subject's words.</summary>
public sealed class ProConnectText;
