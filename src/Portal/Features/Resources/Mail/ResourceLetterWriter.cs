using Microsoft.Extensions.Localization;
using Training.Portal.Features.Letters;
using Training.Portal.Settings;

namespace Training.Portal.Features.Resources.Mail;

/// <summary>Letters about reviews: one is awaited, one has been made. The first, which nobody asked for, carries the way out.</summary>
public sealed class ResourceLetterWriter(IStringLocalizer<ResourceLetterText> text, ReviewTokens tokens, TrainingSettings settings) : ILetterWriter
{
    public LetterContent? Write(LetterFacts facts, Letter letter) => facts switch
    {
        ReviewAwaitedFacts f => Awaited(f),
        ResourcePublishedFacts f => Published(f),
        ResourceSentBackFacts f => SentBack(f),
        _ => null,
    };

    private LetterContent Awaited(ReviewAwaitedFacts facts)
    {
        var wayOut = tokens.AddressOf(facts.GroupId, facts.MemberId);
        return new LetterContent(
            text["AwaitedSubject", facts.GroupName, facts.Title],
            text["AwaitedHeading"],
            [
                new LetterPart.Paragraph(text["AwaitedText", facts.Author, facts.Title, facts.GroupName]),
                new LetterPart.Fact(text["AwaitedSummary"], facts.Summary),
                new LetterPart.Button(text["AwaitedSee"], Page($"/ressources/{facts.ResourceId}/relire")),
                new LetterPart.Link(text["AwaitedOut"], wayOut),
            ])
        { Unsubscribe = wayOut };
    }

    private LetterContent Published(ResourcePublishedFacts facts) => new(
        text["PublishedSubject", facts.Title],
        text["PublishedHeading"],
        [
            new LetterPart.Paragraph(text["PublishedText", facts.Reviewer, facts.Title, facts.GroupName]),
            new LetterPart.Button(text["PublishedSee"], Page($"/ressources/{facts.ResourceId}")),
        ]);

    private LetterContent SentBack(ResourceSentBackFacts facts) => new(
        text["SentBackSubject", facts.Title],
        text["SentBackHeading"],
        [
            new LetterPart.Paragraph(text["SentBackText", facts.Reviewer, facts.Title, facts.GroupName]),
            new LetterPart.Fact(text["SentBackNote"], facts.Note),
            new LetterPart.Button(text["SentBackSee"], Page($"/ressources/{facts.ResourceId}/preparer")),
        ]);

    private string Page(string path) => $"{settings.PublicUrl}{path}";
}
