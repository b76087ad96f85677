using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Membership.Import;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

public sealed class ImportTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Directory2019 =
        """
        type,source_id,code_insee_siege,nom,siren_cog2026,siren_probable,population,departement,epci_siren,email_domain,classe_domaine,site_host
        commune,mairie-1,01004,Mairie - Ambérieu,210100046,,15934,01,240100883,Amberieu.FR,propre,
        commune,mairie-2,01004,Mairie déléguée - Vieux-Bourg,210100046,,15934,01,240100883,vieux-bourg.fr,propre,
        epci,epci-1,01004,"Communauté de communes, Plaine",,240100883,,01,,amberieu.fr,partage,
        commune,mairie-3,54003,Mairie - Aboncourt,215400037,,91,54,245400510,orange.fr,generique,
        commune,mairie-4,25556,Mairie - Tallans,212505564,,47,25,,cc2vv-.fr,mal-forme,
        commune,mairie-5,86226,Mairie - Saint-Julien,218602266,,2880,86,,wanadoo.frr,mal-forme,
        commune,mairie_com-1,98832,Mairie - Yaté,,,1588,988,,yate.nc,propre,
        commune,mairie-6,01999,,210199999,,1,01,,vide.fr,propre,
        """;

    [Fact]
    public async Task A_file_gives_bodies_and_domains_once_however_often_it_is_imported()
    {
        var first = await portal.ImportAsync(Directory2019);
        Assert.Equal((8, 6, 6, 0, 4), (first.Lines, first.Bodies, first.Added, first.Updated, first.DomainsAdded));
        Assert.Equal((1, 2, 1), (first.Count(ImportRefusal.GenericDomain), first.Count(ImportRefusal.MalformedDomain), first.Count(ImportRefusal.MissingName)));
        Assert.Contains(new RejectedLine(6, "Tallans", "cc2vv-.fr", ImportRefusal.MalformedDomain), first.Rejected);

        var again = await portal.ImportAsync(Directory2019);
        Assert.Equal((0, 0, 0), (again.Added, again.Updated, again.DomainsAdded));
        Assert.Empty(again.Changes);
        await using var db = portal.Database.Open();
        var amberieu = await db.Collectivites.Include(c => c.Domains).SingleAsync(c => c.Siren == "210100046");
        Assert.Equal(("Ambérieu", CollectiviteKind.Commune, "01", 15934), (amberieu.Name, amberieu.Kind, amberieu.Departement, amberieu.Population));
        Assert.Equal(["amberieu.fr", "vieux-bourg.fr"], amberieu.Domains.Select(d => d.Domain).Order());
        Assert.Equal(2, await db.CollectiviteDomains.CountAsync(d => d.Domain == "amberieu.fr"));
    }

    [Fact]
    public async Task A_preview_tells_what_writing_would_do_and_writes_nothing()
    {
        await using var host = await PortalHost.StartAsync();
        await host.Database.StoreAsync(new Collectivite { Name = "Ancien nom", Siren = "219900002", Departement = "99" });
        const string csv = "type;nom;siren;population;domaine\ncommune;Nouveau nom;219900002;12;nouveau.fr\ncommune;Autre;219900003;5;\n";

        var preview = await host.ImportAsync(csv, keep: false);

        Assert.Equal((1, 1, 1), (preview.Added, preview.Updated, preview.DomainsAdded));
        Assert.Equal(
            [("Name", "Ancien nom", "Nouveau nom"), ("Population", null, "12")],
            preview.Changes.Where(c => c.Field is "Name" or "Population").Select(c => (c.Field, c.Before, c.After)));
        Assert.Equal((1, 0), await host.Database.WithAsync(async db => (await db.Collectivites.CountAsync(), await db.CollectiviteDomains.CountAsync())));
        var written = await host.ImportAsync(csv);
        Assert.Equal((preview.Added, preview.Updated, preview.DomainsAdded), (written.Added, written.Updated, written.DomainsAdded));
    }

    [Fact]
    public async Task A_later_file_updates_a_body_known_by_its_siren_and_takes_nothing_away()
    {
        await portal.Database.StoreAsync(new Collectivite { Name = "Ancien nom", Siren = "219900001", Departement = "99", Domains = { new CollectiviteDomain { Domain = "ancien.fr" } } });
        var report = await portal.ImportAsync("nom;type;siren;domaine\nNouveau nom;commune;219900001;contact@nouveau.fr accueil.nouveau.fr\n");
        Assert.Equal((0, 1, 2), (report.Added, report.Updated, report.DomainsAdded));
        await using var db = portal.Database.Open();
        var body = await db.Collectivites.Include(c => c.Domains).SingleAsync(c => c.Siren == "219900001");
        Assert.Equal(("Nouveau nom", "99"), (body.Name, body.Departement));
        Assert.Equal(["accueil.nouveau.fr", "ancien.fr", "nouveau.fr"], body.Domains.Select(d => d.Domain).Order());
    }

    [Fact]
    public async Task A_directory_names_a_new_body_and_renames_none()
    {
        await portal.ImportAsync("type,nom,siren,code\ncommune,L'Abergement-de-Test,219900004,99004\n");
        await portal.ImportAsync("type,nom,siren,code\ncommune,Mairie - Abergement-de-Test (L'),219900004,99004\ncommune,Mairie - Neuve,219900005,99005\n");
        var names = await portal.Database.WithAsync(db => db.Collectivites.Where(c => c.InseeCode!.StartsWith("9900")).OrderBy(c => c.Siren).Select(c => c.Name).ToListAsync());
        Assert.Equal(["L'Abergement-de-Test", "Neuve"], names);
    }

    [Fact]
    public async Task A_commune_known_by_its_code_alone_is_the_same_once_it_has_a_siren()
    {
        await portal.ImportAsync("type,nom,code,departement\ncommune,Sans-Numéro,98901,989\n");
        var later = await portal.ImportAsync("type,nom,code,siren\ncommune,Sans-Numéro,98901,219900006\n");
        Assert.Equal((0, 1), (later.Added, later.Updated));
        var back = await portal.ImportAsync("type,nom,code,population\ncommune,Sans-Numéro,98901,7\n");
        Assert.Equal((0, 1), (back.Added, back.Updated));
        var body = await portal.Database.WithAsync(db => db.Collectivites.SingleAsync(c => c.InseeCode == "98901"));
        Assert.Equal(("219900006", 7), (body.Siren, body.Population));
    }

    [Fact]
    public async Task A_line_that_cannot_be_told_is_left_out_with_its_reason_and_the_others_are_imported()
    {
        var report = await portal.ImportAsync(
            """
            type,nom,siren,courriel
            commune,Bonne,219900010,Mairie@Bonne.fr ; accueil@bonne-ville.fr
            planète,Mars,219900011,
            commune,Courte,12345,
            commune,Trop,219900012,,de,valeurs
            commune,,219900013,
            commune,Sans adresse,219900014,mairie.sans.adresse
            """);
        Assert.Equal(2, report.Added);
        Assert.Equal(
            [(3, ImportRefusal.UnknownType, "planète"), (4, ImportRefusal.MalformedSiren, "12345"), (5, ImportRefusal.TooManyFields, ""), (6, ImportRefusal.MissingName, ""), (7, ImportRefusal.MalformedContact, "mairie.sans.adresse")],
            report.Rejected.Where(r => r.Reason != ImportRefusal.MalformedDomain).Select(r => ((int)r.Line, r.Reason, r.Value)));
        var good = await portal.Database.WithAsync(db => db.Collectivites.Include(c => c.Domains).SingleAsync(c => c.Siren == "219900010"));
        Assert.Equal(["mairie@bonne.fr", "accueil@bonne-ville.fr"], good.ContactAddresses);
        Assert.Equal(["bonne-ville.fr", "bonne.fr"], good.Domains.Select(d => d.Domain).Order());
    }

    [Fact]
    public async Task Nothing_is_half_imported_when_the_file_breaks_at_its_last_line()
    {
        const string csv = "type,nom,siren\ncommune,Entière,219900020\ncommune,\"Sans fin,219900021\n";
        var refusal = await Assert.ThrowsAsync<ImportException>(() => portal.ImportAsync(csv));
        Assert.Equal(ImportFileRefusal.Malformed, refusal.Refusal);
        Assert.False(await portal.Database.WithAsync(db => db.Collectivites.AnyAsync(c => c.Siren == "219900020")));
    }

    [Theory]
    [InlineData("a,b\n1,2\n", ImportFileRefusal.MissingColumns)]
    [InlineData("", ImportFileRefusal.Empty)]
    public async Task A_file_that_is_no_register_is_refused(string csv, ImportFileRefusal expected) =>
        Assert.Equal(expected, (await Assert.ThrowsAsync<ImportException>(() => portal.ImportAsync(csv))).Refusal);

    [Fact]
    public async Task A_spreadsheet_in_the_old_French_encoding_keeps_its_accents()
    {
        await portal.ImportAsync(System.Text.Encoding.Latin1.GetBytes("type;nom;siren\ncommune;Évrêux-Épée;219900030\n"));
        Assert.Equal("Évrêux-Épée", await portal.Database.WithAsync(db => db.Collectivites.Where(c => c.Siren == "219900030").Select(c => c.Name).SingleAsync()));
    }
}
