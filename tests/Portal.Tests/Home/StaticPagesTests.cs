using System.Net;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Home;

public sealed class StaticPagesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "/accessibilite", "Accessibilité – e-RT" },
        { "/aide", "Aide – e-RT" },
        { "/mentions-legales", "Mentions légales – e-RT" },
        { "/donnees-personnelles", "Données personnelles – e-RT" },
        { "/plan-du-site", "Plan du site – e-RT" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_pages_a_public_service_owes_are_open_to_everyone(string path, string title)
    {
        var page = await portal.Browser().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(path, page.Path);
        Assert.Equal(title, page.Document.Title);
        Assert.Single(page.Texts("h1"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_line_of_theirs_breaks_before_tall_punctuation(string path, string title)
    {
        var page = await portal.Browser().GetAsync(path);

        Assert.Equal(title, page.Document.Title);
        var text = page.Document.Body!.TextContent;
        Assert.DoesNotMatch("[^ ] [;:?!»]|« ", text);
        Assert.Matches("[\u00a0\u202f][;:?!»]", text);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_leads_to_the_accessibility_statement_and_says_the_state(string path, string _)
    {
        var page = await portal.Browser().GetAsync(path);

        Assert.Equal(["Accessibilité : non conforme"], page.Texts("footer a[href='/accessibilite']"));
    }

    [Fact]
    public async Task The_accessibility_statement_holds_the_parts_of_the_mandatory_form()
    {
        var page = await portal.Browser().GetAsync("/accessibilite");

        Assert.Contains("Centre de gestion d'essai s’engage à rendre ses sites", page.Text, StringComparison.Ordinal);
        Assert.Contains("non conforme", page.Texts("main strong"));
        Assert.Contains("établie le 24 novembre 2026", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["État de conformité", "Contenus non accessibles", "Établissement de cette déclaration d’accessibilité", "Retour d’information et contact", "Voies de recours"],
            page.Texts("main h2"));
    }

    [Fact]
    public async Task The_legal_notice_names_the_operator_of_the_settings_and_admits_what_is_not_given()
    {
        await using var host = await PortalHost.StartAsync(o => o.Settings["Training:Operator:PublicationDirector"] = "Jeanne Martin");

        var page = await host.Browser().GetAsync("/mentions-legales");

        Assert.Contains("Jeanne Martin", page.Texts("dd"));
        Assert.Contains("contact@portail.test", page.Texts("dd"));
        Assert.Contains("Non renseigné", page.Texts("dd"));
    }

    [Fact]
    public async Task Personal_data_says_how_long_a_replay_is_kept_as_the_settings_do()
    {
        await using var host = await PortalHost.StartAsync(o => o.Settings["Training:Rooms:ReplayDays"] = "90");

        var page = await host.Browser().GetAsync("/donnees-personnelles");

        Assert.Contains("90 jours après la conférence", page.Texts("td"));
    }
}
