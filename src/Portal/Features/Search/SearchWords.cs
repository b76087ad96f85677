using System.Text;

namespace Training.Portal.Features.Search;

/// <summary>What somebody typed, as words to look for: all of them, each as the beginning of a word. Nothing typed is ever an operator.</summary>
/// <param name="Prefixes">For <c>to_tsquery</c>; empty when there is no word.</param>
/// <param name="Typed">The words as typed, for looking past a slip of the finger.</param>
public sealed record SearchWords(string Prefixes, string Typed)
{
    public const int Longest = 200;
    private const int MostWords = 8;

    public bool IsEmpty => Prefixes.Length == 0;

    public static SearchWords Of(string? typed)
    {
        var text = (typed ?? "").Length > Longest ? typed![..Longest] : typed ?? "";
        var words = Words(text).Take(MostWords).ToList();
        return new SearchWords(string.Join(" & ", words.Select(w => $"{w}:*")), string.Join(' ', words));
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormC) + " ")
        {
            if (char.IsLetterOrDigit(letter))
                word.Append(letter);
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }
}
