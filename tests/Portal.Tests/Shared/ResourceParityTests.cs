namespace Training.Portal.Tests.Shared;

public sealed class ResourceParityTests
{
    public static TheoryData<string> French => [.. Words.FrenchFiles.Select(SourceFiles.NameOf)];

    [Theory]
    [MemberData(nameof(French))]
    public void French_and_English_say_the_same_things(string file)
    {
        var french = Words.Read(Path.Combine(TestKit.Repository.Root, file));
        var english = Words.Read(Words.EnglishOf(french.File));

        Assert.Equal(french.Of.Keys.Order(), english.Of.Keys.Order());
        Assert.All(french.Of, sentence => Assert.Equal(Words.Holes(sentence.Value), Words.Holes(english.Of[sentence.Key])));
    }

    [Theory]
    [MemberData(nameof(French))]
    public void No_sentence_is_empty(string file)
    {
        var path = Path.Combine(TestKit.Repository.Root, file);

        Assert.All(Words.Read(path).Of.Concat(Words.Read(Words.EnglishOf(path)).Of), sentence => Assert.False(string.IsNullOrWhiteSpace(sentence.Value), sentence.Key));
    }

    [Fact]
    public void Every_key_a_page_or_a_class_asks_for_has_its_words()
    {
        var asked = WordsAsked.InSources().ToList();

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Where(a => !a.HasWords).Select(a => a.ToString()));
    }
}
