using System.Text.RegularExpressions;

namespace Training.Portal.Features.Discussions.Replies;

/// <summary>
/// Leaves of a reply what its author wrote: away go the quoted letter, however the mail program quotes, and the signature. Below a line that
/// introduces a quotation everything goes, unless the quotation is marked by <c>&gt;</c>: then what stands between and beneath is the answer.
/// </summary>
public static partial class QuoteStripping
{
    private const int LongestIntroduction = 3;
    private const int LongestLine = 500;

    public static string Strip(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Replace('\u00A0', ' ').Split('\n').Select(l => l.TrimEnd(' ', '\t')).ToList();
        List<string> kept = [];
        for (var i = 0; i < lines.Count; i++)
        {
            if (EndsHere(lines, i))
                break;
            var introduction = IntroductionAt(lines, i);
            if (introduction > 0 && !IsQuoted(NextLine(lines, i + introduction)) && IsDated(lines, i, introduction))
                break;
            if (introduction > 0 && IsQuoted(NextLine(lines, i + introduction)))
                i += introduction - 1;
            else if (!IsQuoted(lines[i]))
                kept.Add(lines[i]);
        }

        return Tidy(kept);
    }

    /// <summary>A signature, or the head of a letter quoted whole.</summary>
    private static bool EndsHere(List<string> lines, int i)
    {
        var line = Short(lines[i]);
        return line == "--" || OriginalLetter().IsMatch(line) || IsHead(lines, i) || (Rule().IsMatch(line) && IsHead(lines, i + 1 + Blanks(lines, i + 1)));
    }

    /// <summary>« De : … » and, just beneath, two more of « Envoyé : … », « À : … », « Objet : … ».</summary>
    private static bool IsHead(List<string> lines, int i) =>
        i < lines.Count && HeadFrom().IsMatch(Short(lines[i])) && lines.Skip(i + 1).Take(8).Count(l => HeadOther().IsMatch(Short(l))) >= 2;

    /// <summary>How many lines « Le mardi 24 novembre, Awa Diallo a écrit : » takes from here, zero when none.</summary>
    private static int IntroductionAt(List<string> lines, int i)
    {
        for (var count = 1; count <= LongestIntroduction && i + count <= lines.Count && lines[i + count - 1].Length > 0; count++)
        {
            if (Introduction().IsMatch(Joined(lines, i, count)))
                return count == 1 || (MayBegin().IsMatch(Short(lines[i])) && !BeginsLater(lines, i, count)) ? count : 0;
        }

        return 0;
    }

    /// <summary>What stands right above an introduction, without a blank line, is the author's own.</summary>
    private static bool BeginsLater(List<string> lines, int i, int count) => Enumerable.Range(i + 1, count - 1)
        .Any(j => LeOrOn().IsMatch(Short(lines[j])) && Introduction().IsMatch(Joined(lines, j, i + count - j)));

    /// <summary>A sentence of the author's own (« Le préfet a écrit : ») gives no date and no address.</summary>
    private static bool IsDated(List<string> lines, int i, int count) => DateOrAddress().IsMatch(Joined(lines, i, count));

    private static string Joined(List<string> lines, int i, int count) => string.Join(' ', lines.Skip(i).Take(count).Select(l => Short(l).Trim()));

    private static string Short(string line) => line.Length > LongestLine ? line[..LongestLine] : line;

    private static bool IsQuoted(string? line) => line is not null && line.StartsWith('>');

    private static string? NextLine(List<string> lines, int i) => lines.Skip(i).FirstOrDefault(l => l.Length > 0);

    private static int Blanks(List<string> lines, int i) => lines.Skip(i).TakeWhile(l => l.Length == 0).Count();

    /// <summary>Without the advertisement of a telephone, and with at most one blank line at a time.</summary>
    private static string Tidy(List<string> kept)
    {
        while (kept.Count > 0 && (kept[^1].Length == 0 || Device().IsMatch(Short(kept[^1])) || Rule().IsMatch(kept[^1])))
            kept.RemoveAt(kept.Count - 1);
        return ManyBlanks().Replace(string.Join('\n', kept), "\n\n").Trim();
    }

    [GeneratedRegex(@"^\s*-{2,}\s*(message d.origine|message original|mail original|original message|message transf[ée]r[ée]|forwarded message|courriel original|message initial)\s*-{2,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OriginalLetter();

    [GeneratedRegex(@"^(_{10,}|-{20,}|\*{10,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*\*?(de|from|exp[ée]diteur|[ée]metteur)\s?:\*?\s*\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadFrom();

    [GeneratedRegex(@"^\s*\*?(envoy[ée](\s+le)?|date|[àa]|to|cc|objet|subject|sent|pour|destinataires?)\s?:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadOther();

    [GeneratedRegex(@"^((le|on)\s.*\b(a [ée]crit|wrote)|.*<\S+@\S+>.{0,80}\b(a [ée]crit|wrote)|\d{4}-\d{2}-\d{2}\s.*<\S+@\S+>)\s?:$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"^((le|on)\s|.*<\S*$|\d{4}-)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MayBegin();

    [GeneratedRegex(@"^(le|on)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeOrOn();

    [GeneratedRegex(@"\d{1,2}[:h/. ]\s?\d{2}|\d{4}|<\S+@\S+>", RegexOptions.CultureInvariant)]
    private static partial Regex DateOrAddress();

    [GeneratedRegex(@"^\s*(envoy[ée]e? (de|depuis|à partir de) |obtenez outlook|obtenir outlook|t[ée]l[ée]charger? outlook|sent from |get outlook for|provenance : courrier)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyBlanks();
}
