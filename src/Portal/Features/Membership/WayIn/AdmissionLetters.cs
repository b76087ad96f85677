using System.Globalization;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Letters;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership.WayIn;

/// <summary>The letters of the way in: the code to the town hall, the request to the referents, the answer to the agent.</summary>
public sealed class AdmissionLetters(SignInCodes codes, IStringLocalizer<MembershipText> words, TrainingSettings settings) : ILetterWriter
{
    public LetterContent? Write(LetterFacts facts, Letter letter) => facts switch
    {
        TownHallCodeFacts asked => TownHall(asked),
        AdmissionAskedFacts asked => Referent(asked),
        AdmissionDecidedFacts decided => Agent(decided),
        _ => null,
    };

    private LetterContent TownHall(TownHallCodeFacts asked)
    {
        var code = codes.TownHallCodeOf(asked.Request);
        return new LetterContent(words["TownHallSubject", asked.Name, settings.Name], words["TownHallHeading"],
        [
            new LetterPart.Paragraph(words["TownHallAsk", asked.Name, asked.Address, settings.Name]),
            new LetterPart.Paragraph(words["TownHallGive", settings.Membership.TownHallCodeDays]),
            new LetterPart.Code($"{code[..3]} {code[3..]}"),
            new LetterPart.Note(words["TownHallIgnore"]),
        ]);
    }

    private LetterContent Referent(AdmissionAskedFacts asked) =>
        new(words["AskedSubject", asked.Name, settings.Name], words["AskedHeading"],
        [
            new LetterPart.Paragraph(words["AskedText", asked.Name, asked.Address]),
            new LetterPart.Button(words["AskedButton"], $"{PublicUrl}/collectivites/{asked.CollectiviteId.ToString(CultureInfo.InvariantCulture)}"),
        ]);

    private LetterContent Agent(AdmissionDecidedFacts decided) => decided.Admitted
        ? new(words["AdmittedSubject", settings.Name], words["AdmittedHeading"],
        [
            new LetterPart.Paragraph(words["AdmittedText", decided.Collectivite]),
            new LetterPart.Button(words["SignIn"], $"{PublicUrl}/connexion"),
        ])
        : new(words["NotAdmittedSubject", settings.Name], words["NotAdmittedHeading"], [new LetterPart.Paragraph(words["NotAdmittedText", decided.Collectivite])]);

    private string PublicUrl => settings.PublicUrl.TrimEnd('/');
}
