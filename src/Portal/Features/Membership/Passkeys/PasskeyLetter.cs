using Microsoft.Extensions.Localization;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership.Passkeys;

/// <summary>A passkey opens the account from now on: its owner is told, wanted or not, so that a key somebody else made does not stay unseen.</summary>
public sealed class PasskeyLetter(IStringLocalizer<PasskeyText> words, When when, TrainingSettings settings) : ILetterWriter
{
    public LetterContent? Write(LetterFacts facts, Letter letter) => facts is PasskeyAddedFacts added ? Write(added) : null;

    private LetterContent Write(PasskeyAddedFacts added) => new(words["LetterSubject", settings.Name], words["LetterHeading"],
    [
        new LetterPart.Paragraph(words["LetterText", added.Name, when.Moment(added.At, ReaderZone.Of(added.Zone))]),
        new LetterPart.Paragraph(words["LetterOpens"]),
        new LetterPart.Button(words["LetterSee"], $"{settings.PublicUrl.TrimEnd('/')}{WaysModel.Here}"),
        new LetterPart.Note(words["LetterNotYou", settings.Operator.Contact]),
    ]);
}
