using Training.Portal.Features.Membership.Register;

namespace Training.Portal.Tests.Membership;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("  216 901 231 ", "216901231", "", null)]
    [InlineData("21690123100011", "216901231", "", null)]
    [InlineData("2a004", "2A004", "", null)]
    [InlineData("69", "69", "", null)]
    [InlineData("Sainte-Colombe 69", null, "Sainte-Colombe", "69")]
    [InlineData("Sainte-Colombe (2b)", null, "Sainte-Colombe", "2B")]
    [InlineData("Saint-Denis 974", null, "Saint-Denis", "974")]
    [InlineData("Ambérieu", null, "Ambérieu", null)]
    public void A_number_is_a_code_and_words_may_end_with_a_departement(string typed, string? number, string words, string? departement) =>
        Assert.Equal(new SearchTerms(number, words, departement), SearchTerms.Of(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("1")]
    [InlineData("%%%")]
    [InlineData("- '")]
    public void Too_little_looks_for_nothing(string? typed) => Assert.Null(SearchTerms.Of(typed));
}
