namespace Training.Portal.Features.Attachments;

/// <summary>Names the resource files of what is said about files: <c>AttachmentsText.resx</c> (French), <c>AttachmentsText.en.resx</c>.</summary>
public sealed class AttachmentsText;
