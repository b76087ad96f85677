namespace Training.Portal.Features.Discussions.Mail;

/// <summary>Names the resource files of the discussions' letters: <c>DiscussionLetterText.resx</c> (French), <c>DiscussionLetterText.en.resx</c>.</summary>
public sealed class DiscussionLetterText;
