using Microsoft.Extensions.Localization;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Discussions.Files;
using Training.Portal.Features.Discussions.Replies;
using Training.Portal.Features.Letters;
using Training.Portal.Settings;

namespace Training.Portal.Features.Discussions.Mail;

/// <summary>Letters about discussions: a post, a digest, a post reported, a post hidden, a reply that was not published. The first two carry the way out.</summary>
public sealed class DiscussionLetterWriter(
    IStringLocalizer<DiscussionLetterText> text, UnsubscribeTokens tokens, ReplyTokens replies, AttachmentWords fileWords, TrainingSettings settings) : ILetterWriter
{
    public LetterContent? Write(LetterFacts facts, Letter letter) => facts switch
    {
        PostWrittenFacts f => Posted(f, letter),
        DigestFacts f => Digest(f),
        PostHiddenFacts f => Hidden(f),
        PostReportedFacts f => Reported(f),
        ReplyRefusedFacts f => Refused(f),
        ReplyFilesLeftFacts f => FilesLeft(f),
        _ => null,
    };

    private LetterContent Posted(PostWrittenFacts facts, Letter letter)
    {
        var wayOut = tokens.AddressOf(new Subscription(facts.MemberId, facts.TopicId));
        var replyTo = facts.ReplyRound is { } round
            ? replies.AddressOf(new ReplyTicket(facts.MemberId, facts.TopicId, DateOnly.FromDateTime(letter.CreatedAt.UtcDateTime), round))
            : null;
        return new LetterContent(
            text["PostedSubject", facts.GroupName, facts.Title],
            facts.Title,
            [
                new LetterPart.Paragraph(text[facts.Mentioned ? "MentionedText" : "PostedText", facts.Author, facts.GroupName]),
                new LetterPart.Paragraph(facts.Text),
                .. Files(facts),
                new LetterPart.Button(text["PostedSee"], Page($"/discussions/{facts.TopicId}#message-{facts.PostId}")),
                .. replyTo is null ? Enumerable.Empty<LetterPart>() : [new LetterPart.Note(text["ReplyNote"])],
                new LetterPart.Note(text["Reserve"]),
                new LetterPart.Link(text["TopicOut"], wayOut),
            ])
        { Unsubscribe = wayOut, ReplyTo = replyTo, Thread = $"topic-{facts.TopicId}" };
    }

    private IEnumerable<LetterPart> Files(PostWrittenFacts facts) => facts.Files.Count == 0
        ? []
        : [new LetterPart.Fact(text[facts.Files.Count == 1 ? "PostedFile" : "PostedFiles"], string.Join(", ", facts.Files))];

    private LetterContent Refused(ReplyRefusedFacts facts) => new(
        text["RefusedSubject", facts.Subject],
        text["RefusedHeading"],
        [
            new LetterPart.Paragraph(text["RefusedText", facts.Subject]),
            new LetterPart.Paragraph(text[$"Refused{facts.Refusal}", settings.Mail.ReplyDays]),
            .. facts.Refusal == ReplyRefusal.Gone ? Enumerable.Empty<LetterPart>() : [new LetterPart.Button(text["RefusedSee"], Page($"/discussions/{facts.TopicId}"))],
            .. facts.Text.Length == 0 ? Enumerable.Empty<LetterPart>() : [new LetterPart.Fact(text["RefusedMessage"], facts.Text)],
        ]);

    private LetterContent FilesLeft(ReplyFilesLeftFacts facts) => new(
        text["FilesLeftSubject", facts.Subject],
        text["FilesLeftHeading"],
        [
            new LetterPart.Paragraph(text["FilesLeftText", facts.Subject]),
            .. facts.Files.Select(f => new LetterPart.Fact(f.Name, fileWords.Refusal(f.Refusal, PostFiles.Most))),
            new LetterPart.Button(text["RefusedSee"], Page($"/discussions/{facts.TopicId}")),
        ]);

    private LetterContent Digest(DigestFacts facts)
    {
        var wayOut = tokens.AddressOf(new Subscription(facts.MemberId, null));
        return new LetterContent(
            facts.Topics.Count == 1 ? text["DigestSubjectOne", facts.Topics[0].Title] : text["DigestSubjectMany", facts.Topics.Count],
            text[$"DigestHeading{facts.Rhythm}"],
            [.. facts.Topics.GroupBy(t => t.GroupName).SelectMany(OfGroup), new LetterPart.Link(text["DigestOut"], wayOut)])
        { Unsubscribe = wayOut };
    }

    private IEnumerable<LetterPart> OfGroup(IGrouping<string, DigestTopic> group) =>
    [
        new LetterPart.Paragraph(group.Key),
        .. group.Select(t => new LetterPart.Link(t.New == 1 ? text["DigestLineOne", t.Title] : text["DigestLineMany", t.Title, t.New], Page($"/discussions/{t.TopicId}"))),
    ];

    private LetterContent Hidden(PostHiddenFacts facts) => new(
        text["HiddenSubject", facts.Title],
        text["HiddenHeading"],
        [
            new LetterPart.Paragraph(text["HiddenText", facts.Title, facts.GroupName]),
            new LetterPart.Fact(text["HiddenReason"], facts.Reason),
            new LetterPart.Fact(text["HiddenMessage"], facts.Text),
            new LetterPart.Note(text["HiddenNote", settings.Operator.Contact]),
        ]);

    private LetterContent Reported(PostReportedFacts facts) => new(
        text["ReportedSubject", facts.GroupName],
        text["ReportedHeading"],
        [
            new LetterPart.Paragraph(text["ReportedText", facts.Author, facts.Title, facts.GroupName]),
            new LetterPart.Fact(text["ReportedReason"], facts.Reason),
            new LetterPart.Button(text["ReportedSee"], Page($"/groupes/{facts.Slug}/moderation")),
        ]);

    private string Page(string path) => $"{settings.PublicUrl}{path}";
}
