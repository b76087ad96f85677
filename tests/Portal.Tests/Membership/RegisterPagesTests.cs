using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Membership.Import;
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
        var preview = await ReadyAsync(browser, Csv);

        Assert.Contains("Rien n’est encore changé", preview.Text, StringComparison.Ordinal);
        Assert.Contains("SIREN qui n’a pas neuf chiffres", preview.Text, StringComparison.Ordinal);
        Assert.False(await ExistsAsync("219920001"));
        var rejected = await browser.GetAsync($"{preview.Path}?handler=Rejected");
        Assert.Equal("text/csv", rejected.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("3;'=1+1;abc;SIREN qui n’a pas neuf chiffres", rejected.Content, StringComparison.Ordinal);

        var form = preview.Form("main form");
        Assert.Contains("en cours d’application", (await form.SubmitAsync()).Text, StringComparison.Ordinal);
        Assert.False(await ExistsAsync("219920001"));
        await portal.WorkAsync();
        var applied = await browser.GetAsync(preview.Path);
        Assert.Contains("est appliqué", applied.Text, StringComparison.Ordinal);
        Assert.Contains("Collectivités ajoutées1", applied.Texts("#figures").Single(), StringComparison.Ordinal);
        Assert.True(await ExistsAsync("219920001"));
        Assert.Contains("déjà appliqué", (await form.SubmitAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("ne change rien", (await ReadyAsync(browser, Csv)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_shows_how_far_the_work_is_and_a_file_found_wrong_on_the_way_is_refused_there()
    {
        using var browser = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(administrator: true));
        var reading = await UploadAsync(browser, "type,nom\ncommune,\"Sans fin\n");
        Assert.True(reading.Has("progress[value='0']"));
        Assert.False(reading.Has("main form"));
        var claim = await portal.ClaimAsync();
        Assert.True(await portal.WithAsync((ImportClaims claims) => claims.RenewAsync(claim!, 42)));
        Assert.True((await browser.GetAsync(reading.Path)).Has("progress[value='42']"));
        Assert.Equal("""{"underWay":true,"percent":42}""", (await browser.GetAsync($"{reading.Path}?handler=State")).Content);

        await portal.DoAsync(claim!);
        var refused = await browser.GetAsync(reading.Path);
        Assert.Contains("n’est pas du CSV", refused.Texts("[role=alert]").Single(), StringComparison.Ordinal);
        Assert.Contains("\"underWay\":false", (await browser.GetAsync($"{reading.Path}?handler=State")).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_an_import_is_under_way_a_second_one_is_refused_clearly_and_goes_afterwards()
    {
        using var browser = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(administrator: true));
        var first = await UploadAsync(browser, "type,nom,siren\ncommune,Première,219920101\n");
        var refused = await UploadAsync(browser, "type,nom,siren\ncommune,Seconde,219920102\n");
        Assert.Contains("Un autre import est en cours", refused.Texts(".error-summary").Single(), StringComparison.Ordinal);
        Assert.Contains("registre.csv", refused.Texts(".error-summary").Single(), StringComparison.Ordinal);
        await portal.WorkAsync();

        var second = await ReadyAsync(browser, "type,nom,siren\ncommune,Seconde,219920102\n");
        await (await browser.GetAsync(first.Path)).Form("main form").SubmitAsync();
        Assert.Contains("Un autre import est en cours", (await second.Form("main form").SubmitAsync()).Text, StringComparison.Ordinal);
        await portal.WorkAsync();
        Assert.True(await ExistsAsync("219920101"));
        Assert.False(await ExistsAsync("219920102"));
        await second.Form("main form").SubmitAsync();
        await portal.WorkAsync();
        Assert.True(await ExistsAsync("219920102"));
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
        var preview = await ReadyAsync(administrator, Csv);
        using var member = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        var token = (await member.GetAsync("/profil")).Form("form:has([name=TimeZone])").Fields.Single(f => f.Name == "__RequestVerificationToken");

        foreach (var path in new[] { "/administration/registre", preview.Path, $"{preview.Path}?handler=Rejected", $"{preview.Path}?handler=State" })
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

    /// <summary>Given, and looked through.</summary>
    private async Task<Page> ReadyAsync(Browser browser, string content)
    {
        var given = await UploadAsync(browser, content);
        await portal.WorkAsync();
        return await browser.GetAsync(given.Path);
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
