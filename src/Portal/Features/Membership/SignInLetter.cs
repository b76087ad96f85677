using Microsoft.Extensions.Localization;
using Training.Portal.Features.Letters;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership;

/// <summary>The letter with the code and the link, derived as it is written out.</summary>
public sealed class SignInLetter(SignInCodes codes, IStringLocalizer<MembershipText> words, TrainingSettings settings) : ILetterWriter
{
    public LetterContent? Write(LetterFacts facts, Letter letter) =>
        facts is SignInCodeFacts asked ? Write(codes.CodeOf(asked.Challenge), codes.LinkTokenOf(asked.Challenge)) : null;

    private LetterContent Write(string code, string token)
    {
        var readable = $"{code[..3]} {code[3..]}";
        return new LetterContent(words["LetterSubject", readable, settings.Name], words["LetterHeading"],
        [
            new LetterPart.Paragraph(words["LetterCode", settings.SignIn.CodeMinutes]),
            new LetterPart.Code(readable),
            new LetterPart.Paragraph(words["LetterLink"]),
            new LetterPart.Button(words["LinkConfirm"], $"{settings.PublicUrl.TrimEnd('/')}/connexion/lien/{token}"),
            new LetterPart.Note(words["LetterNotYou"]),
        ]);
    }
}
