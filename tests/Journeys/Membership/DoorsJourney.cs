using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Training.Journeys.MainJob;
using Training.Portal.Features.Membership;

namespace Training.Journeys.Membership;

/// <summary>The ways into the portal, in a real browser; every page looked at, wide and narrow.</summary>
public sealed class DoorsJourney
{
    [Fact]
    public async Task An_agent_of_a_commune_without_a_domain_comes_in_by_the_code_of_the_town_hall()
    {
        await using var doorstep = await Doorstep.OpenAsync();
        const string contact = "mairie.sainte-colombe@wanadoo.fr";
        foreach (var (departement, mailbox) in new[] { ("05", null), ("16", null), ("69", contact) })
            await doorstep.Portal.Database.StoreAsync(new Collectivite { Name = "Sainte-Colombe", Departement = departement, PostalCodes = [$"{departement}560"], Population = 1800, ContactAddresses = mailbox is null ? [] : ["accueil.annexe@orange.fr", mailbox] });
        var odile = await doorstep.PersonAsync("Odile Petit", "odile.petit@orange.fr");

        await odile.OpenAsync("/connexion");
        await Doorstep.LookAsync(odile, "connexion");
        await odile.Page.FillAsync("[name=Address]", odile.Address);
        await odile.PressAsync("form:has([name=Address]) button[type=submit]");
        await Doorstep.LookAsync(odile, "connexion-sans-domaine");
        await odile.PressAsync("#mairie button");
        await Doorstep.LookAsync(odile, "code");
        await odile.Page.FillAsync("[name=Code]", await doorstep.CodeAsync(odile.Address));
        await odile.PressAsync("form:has([name=Code]) button[type=submit]");
        await Doorstep.LookAsync(odile, "commune");
        await odile.Page.FillAsync("[name=Q]", "ste colombe");
        await odile.PressAsync("form[role=search] button");
        await Doorstep.LookAsync(odile, "commune-trouvee");
        await odile.Page.GetByText("Sainte-Colombe (69)").CheckAsync();
        await odile.Page.FillAsync("[name=Name]", "Odile Petit");
        await odile.PressAsync("form:has([name=CollectiviteId]) button[type=submit]");
        await Doorstep.LookAsync(odile, "mairie-adresses");
        await odile.Page.GetByText("m…e@wanadoo.fr").CheckAsync();
        await odile.PressAsync("form:has([name=Contact]) button[type=submit]");
        await Assertions.Expect(odile.Page.Locator("main")).ToContainTextAsync(contact);
        await Doorstep.LookAsync(odile, "mairie");
        var code = await doorstep.CodeAsync(contact);
        await odile.Page.FillAsync("[name=Code]", (code[0] == '0' ? '1' : '0') + code[1..]);
        await odile.PressAsync("form:has([name=Code]) button[type=submit]");
        await Assertions.Expect(odile.Page.Locator("main")).ToContainTextAsync("4 essais");
        await Doorstep.LookAsync(odile, "mairie-refus");
        await odile.Page.FillAsync("[name=Code]", code);
        await odile.PressAsync("form:has([name=Code]) button[type=submit]");

        await odile.VisitAsync("/profil");
        Assert.Contains("Sainte-Colombe (69)", await odile.TextAsync(), StringComparison.Ordinal);
        odile.Watch.FoundNothingWrong();
    }

    [Fact]
    public async Task A_passkey_made_in_the_profile_opens_the_next_session_and_wakes_nobody()
    {
        await using var doorstep = await Doorstep.OpenAsync();
        await doorstep.Portal.Given.CollectiviteAsync("Villefranche", domains: "villefranche.fr");
        var camille = await doorstep.PersonAsync("Camille Aubert", "camille.aubert@villefranche.fr");
        var device = await Device.AddAsync(camille.Page);
        await doorstep.SignUpAsync(camille, "Camille Aubert");

        await camille.OpenAsync("/profil/connexion");
        await Doorstep.LookAsync(camille, "cles");
        await camille.Page.FillAsync("[data-passkey=create] [name=Name]", "Ordinateur du bureau");
        await camille.PressAsync("[data-passkey=create] button");
        await Assertions.Expect(camille.Page.Locator("main")).ToContainTextAsync("est ajoutée");
        await Doorstep.LookAsync(camille, "cle-ajoutee");

        await SignOutAsync(camille);
        await camille.OpenAsync("/connexion?retour=/profil");
        await device.RecognisesAsync(false);
        await camille.Page.ClickAsync("[data-passkey=get] button");
        await Assertions.Expect(camille.Page.Locator("[data-problem]")).ToBeVisibleAsync();
        await Doorstep.LookAsync(camille, "cle-refusee");
        await device.RecognisesAsync(true);
        await camille.PressAsync("[data-passkey=get] button");
        Assert.EndsWith("/profil", camille.Page.Url, StringComparison.Ordinal);

        await SignOutAsync(camille);
        await doorstep.Portal.Database.WithAsync(db => db.Members.ExecuteUpdateAsync(set => set.SetProperty(m => m.ProvedAt, TimeProvider.System.GetUtcNow().AddMonths(-13))));
        await camille.OpenAsync("/connexion");
        await camille.PressAsync("[data-passkey=get] button");
        Assert.EndsWith("/connexion/code", camille.Page.Url, StringComparison.Ordinal);
        await Doorstep.LookAsync(camille, "cle-en-sommeil");
        camille.Watch.FoundNothingWrong();
    }

    [Fact]
    public async Task Every_page_of_membership_is_for_everybody_wide_and_narrow()
    {
        await using var doorstep = await Doorstep.OpenAsync(
            ("Training:Administrators:0", "chef@villefranche.fr"),
            ("Training:ProConnect:Issuer", "https://proconnect.test/api/v2"), ("Training:ProConnect:ClientId", "portail"), ("Training:ProConnect:ClientSecret", "secret"));
        var ville = await doorstep.Portal.Given.CollectiviteAsync("Villefranche-sur-Saône", domains: "villefranche.fr");
        foreach (var (name, trade) in new[] { ("Amina Belkacem", Trade.Finance), ("Yann Le Goff", Trade.HumanResources) })
            await doorstep.Portal.Database.StoreAsync(new Member
            {
                Name = name,
                Address = $"{name.Split(' ')[0]}@villefranche.fr".ToLower(CultureInfo.InvariantCulture),
                CollectiviteId = ville.Id,
                Trade = trade,
                Function = "Responsable du service, chargée des relations avec les communes membres",
                Territory = "Beaujolais",
                ProvedAt = TimeProvider.System.GetUtcNow(),
                ShowsAddress = true,
                SessionStamp = Guid.NewGuid(),
            });
        var chief = await doorstep.PersonAsync("Chef", "chef@villefranche.fr");
        await chief.OpenAsync("/connexion");
        await Doorstep.LookAsync(chief, "connexion-proconnect");
        await chief.OpenAsync("/connexion/proconnect/refus?cause=NotInRegister&siret=55210055400018");
        await Doorstep.LookAsync(chief, "proconnect-refus");
        await doorstep.SignUpAsync(chief, "Claude Chef");
        foreach (var path in new[] { "collectivites?Q=villefranche", "annuaire", "profil", "profil/adresse", "profil/connexion", "administration/registre", $"collectivites/{ville.Id}" })
        {
            await chief.OpenAsync(path);
            Assert.DoesNotContain("/connexion?", chief.Page.Url, StringComparison.Ordinal);
            await Doorstep.LookAsync(chief, path.Split('?')[0].Replace('/', '-'));
        }

        chief.Watch.FoundNothingWrong();
    }

    private static async Task SignOutAsync(Person person)
    {
        await person.OpenAsync("/deconnexion");
        await person.PressAsync("main form button[type=submit]");
    }
}
