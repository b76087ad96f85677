using Microsoft.Extensions.Localization;
using Training.Portal.Features.Groups.Invitations;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Groups;

/// <summary>Letters about coming into a group: asked, answered, invited.</summary>
public sealed class GroupLetterWriter(IStringLocalizer<GroupLetterText> text, InvitationTokens tokens, When when, TrainingSettings settings) : ILetterWriter
{
    public LetterContent? Write(LetterFacts facts, Letter letter) => facts switch
    {
        GroupAskedFacts f => Asked(f),
        GroupInvitedFacts f => Invited(f),
        GroupAnsweredFacts { Accepted: true } f => Accepted(f),
        GroupAnsweredFacts f => Refused(f),
        _ => null,
    };

    private LetterContent Asked(GroupAskedFacts facts) => new(
        text["AskedSubject", facts.Asker, facts.GroupName],
        text["AskedHeading"],
        [
            new LetterPart.Paragraph(text["AskedText", facts.Asker, facts.Collectivite, facts.GroupName]),
            .. facts.Message.Length == 0 ? Array.Empty<LetterPart>() : [new LetterPart.Fact(text["AskedMessage"], facts.Message)],
            new LetterPart.Button(text["AskedSee"], Page($"/groupes/{facts.Slug}/membres")),
        ]);

    private LetterContent Invited(GroupInvitedFacts facts) => new(
        text["InvitedSubject", facts.Inviter, facts.GroupName],
        text["InvitedHeading", facts.GroupName],
        [
            new LetterPart.Paragraph(text["InvitedText", facts.Inviter, facts.GroupName, settings.Name]),
            new LetterPart.Button(text["InvitedAccept"], tokens.AddressOf(facts.Invitation)),
            new LetterPart.Note(text["InvitedNote", when.Day(facts.ExpiresAt, TimeZoneInfo.FindSystemTimeZoneById(ReaderZone.Default))]),
        ]);

    private LetterContent Accepted(GroupAnsweredFacts facts) => new(
        text["AcceptedSubject", facts.GroupName],
        text["AcceptedHeading"],
        [new LetterPart.Paragraph(text["AcceptedText", facts.GroupName]), new LetterPart.Button(text["SeeGroup"], Page($"/groupes/{facts.Slug}"))]);

    private LetterContent Refused(GroupAnsweredFacts facts) => new(
        text["RefusedSubject", facts.GroupName],
        text["RefusedHeading"],
        [new LetterPart.Paragraph(text["RefusedText", facts.GroupName]), new LetterPart.Note(text["RefusedNote"])]);

    private string Page(string path) => $"{settings.PublicUrl}{path}";
}
