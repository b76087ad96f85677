using Microsoft.Extensions.Localization;
using Training.Portal.Features.Letters;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership.Moving;

/// <summary>The code to the new mailbox, without a link: it is typed in the session that asked. The word to the old one.</summary>
public sealed class MovingLetters(SignInCodes codes, IStringLocalizer<MembershipText> words, TrainingSettings settings) : ILetterWriter
{
    public LetterContent? Write(LetterFacts facts, Letter letter) => facts switch
    {
        AddressCodeFacts asked => Code(codes.AddressCodeOf(asked.Change)),
        AddressChangedFacts changed => Changed(changed),
        _ => null,
    };

    private LetterContent Code(string code) => new(words["MoveSubject", $"{code[..3]} {code[3..]}", settings.Name], words["MoveHeading"],
    [
        new LetterPart.Paragraph(words["MoveCode", settings.SignIn.CodeMinutes]),
        new LetterPart.Code($"{code[..3]} {code[3..]}"),
        new LetterPart.Note(words["LetterNotYou"]),
    ]);

    private LetterContent Changed(AddressChangedFacts changed) => new(words["MovedSubject", settings.Name], words["MovedHeading"],
    [
        new LetterPart.Paragraph(words["MovedText", changed.NewAddress]),
        new LetterPart.Note(words["MovedNotYou", settings.Operator.Contact]),
    ]);
}
