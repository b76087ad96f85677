using Microsoft.Extensions.Localization;
using Training.Portal.Features.Letters;
using Training.Portal.Settings;

namespace Training.Portal.Features.Discussions.Mail;

/// <summary>Letters about discussions: a post, a digest, a post reported, a post hidden. The first two carry the way out.</summary>
public sealed class DiscussionLetterWriter(IStringLocalizer<DiscussionLetterText> text, UnsubscribeTokens tokens, TrainingSettings settings) : ILetterWriter
{
    public LetterContent? Write(LetterFacts facts, Letter letter) => facts switch
    {
        PostWrittenFacts f => Posted(f),
        DigestFacts f => Digest(f),
        PostHiddenFacts f => Hidden(f),
        PostReportedFacts f => Reported(f),
        _ => null,
    };

    private LetterContent Posted(PostWrittenFacts facts)
    {
        var wayOut = tokens.AddressOf(new Subscription(facts.MemberId, facts.TopicId));
        return new LetterContent(
            text["PostedSubject", facts.GroupName, facts.Title],
            facts.Title,
            [
                new LetterPart.Paragraph(text[facts.Mentioned ? "MentionedText" : "PostedText", facts.Author, facts.GroupName]),
                new LetterPart.Paragraph(facts.Text),
                new LetterPart.Button(text["PostedSee"], Page($"/discussions/{facts.TopicId}#message-{facts.PostId}")),
                new LetterPart.Note(text["Reserve"]),
                new LetterPart.Link(text["TopicOut"], wayOut),
            ])
        { Unsubscribe = wayOut };
    }

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
