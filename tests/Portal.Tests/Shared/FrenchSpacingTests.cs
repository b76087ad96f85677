using Training.Portal.Features.Shared.Typography;

namespace Training.Portal.Tests.Shared;

public sealed class FrenchSpacingTests
{
    [Theory]
    [InlineData("C’est noté : vous êtes inscrit.", "C’est noté\u00a0: vous êtes inscrit.")]
    [InlineData("Appuyez sur « Entrer » ; attendez.", "Appuyez sur «\u00a0Entrer\u00a0»\u202f; attendez.")]
    [InlineData("Qui a dit « Pourquoi ? »", "Qui a dit «\u00a0Pourquoi\u202f?\u00a0»")]
    [InlineData("Bravo ! (vraiment ?)", "Bravo\u202f! (vraiment\u202f?)")]
    [InlineData("De 10:30 à 11:30, https://exemple.test/?a=b", "De 10:30 à 11:30, https://exemple.test/?a=b")]
    [InlineData("Nom :", "Nom\u00a0:")]
    [InlineData("{0} : {1}", "{0}\u00a0: {1}")]
    public void No_line_breaks_before_tall_punctuation_or_inside_quotation_marks(string written, string shown) =>
        Assert.Equal(shown, FrenchSpacing.Of(written));

    [Fact]
    public void What_is_spaced_already_stays() =>
        Assert.Equal("Déjà «\u202ffait\u202f»\u00a0: oui\u202f!", FrenchSpacing.Of("Déjà «\u202ffait\u202f»\u00a0: oui\u202f!"));
}
