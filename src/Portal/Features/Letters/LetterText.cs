using System.Text;
using Microsoft.Extensions.Localization;
using Training.Portal.Settings;

namespace Training.Portal.Features.Letters;

/// <summary>A letter as plain text: complete by itself, lines as the reader's program wraps them.</summary>
public sealed class LetterText(IStringLocalizer<LettersText> words, TrainingSettings settings)
{
    public string Write(LetterContent content)
    {
        var text = new StringBuilder();
        text.Append(content.Heading).Append("\n\n");
        for (var i = 0; i < content.Parts.Count; i++)
            text.Append(Told(content.Parts[i])).Append(IsFact(content, i) && IsFact(content, i + 1) ? "\n" : "\n\n");
        return text.Append("-- \n").Append(words["SentBy", settings.Name, settings.Operator.Name]).Append('\n').Append(settings.PublicUrl).Append('\n').ToString();
    }

    private static bool IsFact(LetterContent content, int i) => i < content.Parts.Count && content.Parts[i] is LetterPart.Fact;

    private static string Told(LetterPart part) => part switch
    {
        LetterPart.Paragraph p => p.Text,
        LetterPart.Code c => $"    {c.Text}",
        LetterPart.Button b => $"{b.Label}\n{b.Url}",
        LetterPart.Link l => $"{l.Label}\n{l.Url}",
        LetterPart.Fact f => $"{f.Name} : {f.Value}",
        LetterPart.Note n => n.Text,
        _ => throw new InvalidOperationException($"A letter cannot hold {part.GetType().Name}."),
    };
}
