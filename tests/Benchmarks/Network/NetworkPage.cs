namespace Training.Benchmarks.Network;

/// <summary>One page of the product, and the one statement by which somebody who cared for nothing else would fetch what it shows.</summary>
/// <param name="Path">Which address a visitor asks for, by the round.</param>
/// <param name="Sql">Its first column is a text that the page must show. <c>$1</c> member, <c>$2</c> collectivité, <c>$3</c> now, <c>$4</c> the word of the round.</param>
/// <param name="Words">What is looked for, in turn; one empty word when nothing is.</param>
internal sealed record NetworkPage(string Name, Func<string, string> Path, string Sql, params string[] Words)
{
    public string Word(int round) => Words.Length == 0 ? "" : Words[round % Words.Length];
}
