namespace Training.Portal.Features.Search;

/// <summary>One thing found.</summary>
/// <param name="Href">Where it is read.</param>
/// <param name="Excerpt">Words around what was found, in plain text; found words between <see cref="Open"/> and <see cref="Close"/>.</param>
public sealed record SearchHit(string Title, string Href, string GroupName, string Excerpt)
{
    public const char Open = '\u2983';
    public const char Close = '\u2984';

    /// <summary>The excerpt in pieces, and whether each is a found word.</summary>
    public IEnumerable<(string Text, bool Found)> Pieces()
    {
        foreach (var piece in Excerpt.Split(Open))
        {
            var end = piece.IndexOf(Close, StringComparison.Ordinal);
            if (end > 0)
                yield return (piece[..end], true);
            if (end + 1 < piece.Length)
                yield return (piece[(end + 1)..], false);
        }
    }
}

/// <summary>What was found, by kind.</summary>
/// <param name="Near">Nothing had these words: these titles resemble them.</param>
public sealed record SearchAnswer(
    IReadOnlyList<SearchHit> Groups, IReadOnlyList<SearchHit> Conferences, IReadOnlyList<SearchHit> Topics, IReadOnlyList<SearchHit> Resources, bool Near)
{
    public int Count => Groups.Count + Conferences.Count + Topics.Count + Resources.Count;
}
