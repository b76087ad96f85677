using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

/// <summary>The administrator's import, and the search of everybody, as pages.</summary>
public sealed class RegisterPagesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Csv = "type,nom,siren,departement,domaine\ncommune,Téléversée-sur-Loire,219920001,42,televersee.fr\ncommune,\"=1+1\",abc,42,\n";

    [Fact]
    public async Task An_administrator_sees_what_a_file_changes_then_applies_it_once()
    {
        using var browser = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(administrator: true));
        var preview = await UploadAsync(browser, Csv);

        Assert.Contains("Rien n’est encore changé", preview.Text, StringComparison.Ordinal);
        Assert.Contains("SIREN qui n’a pas neuf chiffres", preview.Text, StringComparison.Ordinal);
        Assert.False(await ExistsAsync("219920001"));
        var rejected = await browser.GetAsync($"{preview.Path}?handler=Rejected");
        Assert.Equal("text/csv", rejected.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("3;'=1+1;abc;SIREN qui n’a pas neuf chiffres", rejected.Content, StringComparison.Ordinal);

        var form = preview.Form("main form");
        var applied = await form.SubmitAsync();
        Assert.Contains("est appliqué", applied.Text, StringComparison.Ordinal);
        Assert.True(await ExistsAsync("219920001"));
        Assert.Contains("déjà appliqué", (await form.SubmitAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("ne change rien", (await UploadAsync(browser, Csv)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nom,siren\nX,219920009\n", "ne nomme pas les colonnes")]
    [InlineData("", "est vide")]
    [InlineData(null, "Aucun fichier")]
    public async Task A_wrong_file_is_refused_in_words(string? content, string why)
    {
        using var browser = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(administrator: true));
        var refused = await UploadAsync(browser, content);
        Assert.Contains(why, refused.Text, StringComparison.Ordinal);
        Assert.True(refused.Has(".error-summary, [role=alert]"));
    }

    [Fact]
    public async Task The_import_does_not_exist_for_anyone_else()
    {
        using var administrator = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(administrator: true));
        var preview = await UploadAsync(administrator, Csv);
        using var member = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        var token = (await member.GetAsync("/profil")).Form("form:has([name=TimeZone])").Fields.Single(f => f.Name == "__RequestVerificationToken");

        foreach (var path in new[] { "/administration/registre", preview.Path, $"{preview.Path}?handler=Rejected" })
            Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync(path)).Status);
        foreach (var path in new[] { "/administration/registre", "/administration/registre?handler=Default", preview.Path })
            Assert.Equal(HttpStatusCode.NotFound, (await member.PostAsync(path, token)).Status);
        using var visitor = portal.Browser();
        Assert.StartsWith("/connexion?", (await visitor.GetAsync("/administration/registre")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anyone_finds_a_collectivite_with_or_without_script()
    {
        await portal.Database.StoreAsync(new Collectivite { Name = "Châteauneuf-lès-Essais", Kind = CollectiviteKind.Commune, Departement = "26", PostalCodes = ["26999"], Siren = "219920050" });
        await portal.Database.StoreAsync(new Collectivite { Name = "Châteauneuf-lès-Essais", Kind = CollectiviteKind.Commune, Departement = "84", PostalCodes = ["84999"] });
        using var visitor = portal.Browser();

        var found = await (await visitor.GetAsync("/collectivites")).Form("form[role=search]").SubmitAsync(("Q", "chateauneuf les ess"));
        Assert.Contains("2 collectivités trouvées", found.Text, StringComparison.Ordinal);
        Assert.Contains("Châteauneuf-lès-Essais (26)", found.Text, StringComparison.Ordinal);
        Assert.Contains("Châteauneuf-lès-Essais (84)", found.Text, StringComparison.Ordinal);
        var answers = await visitor.GetAsync("/collectivites?handler=Answers&Q=84999");
        Assert.DoesNotContain("<html", answers.Content, StringComparison.Ordinal);
        Assert.Contains("(84)", answers.Text, StringComparison.Ordinal);
        Assert.Contains("Aucune collectivité", (await visitor.GetAsync("/collectivites?Q=zzzzzz")).Text, StringComparison.Ordinal);
    }

    private static async Task<Page> UploadAsync(Browser browser, string? content)
    {
        var form = (await browser.GetAsync("/administration/registre")).Form("form[enctype]");
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in form.Fields)
            parts.Add(new StringContent(value), name);
        if (content is not null)
            parts.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "Upload", "registre.csv");
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/administration/registre") { Content = parts });
    }

    private Task<bool> ExistsAsync(string siren) => portal.Database.WithAsync(db => db.Collectivites.AnyAsync(c => c.Siren == siren));
}
