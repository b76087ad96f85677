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
        var first = await ImportAsync(Directory2019);
        Assert.Equal((8, 6, 0, 4, 1), (first.Lines, first.Added, first.Updated, first.DomainsAdded, first.Nameless));
        Assert.Equal((1, 2), (first.Generic, first.Malformed.Count));
        Assert.Contains("line 6: cc2vv-.fr", first.Malformed);

        var again = await ImportAsync(Directory2019);
        Assert.Equal((0, 0, 0), (again.Added, again.Updated, again.DomainsAdded));
        await using var db = portal.Database.Open();
        var amberieu = await db.Collectivites.Include(c => c.Domains).SingleAsync(c => c.Siren == "210100046");
        Assert.Equal(("Ambérieu", CollectiviteKind.Commune, "01", 15934), (amberieu.Name, amberieu.Kind, amberieu.Departement, amberieu.Population));
        Assert.Equal(["amberieu.fr", "vieux-bourg.fr"], amberieu.Domains.Select(d => d.Domain).Order());
        Assert.Equal(2, await db.CollectiviteDomains.CountAsync(d => d.Domain == "amberieu.fr"));
    }

    [Fact]
    public async Task A_later_file_updates_a_body_known_by_its_siren_and_takes_nothing_away()
    {
        await portal.Database.StoreAsync(new Collectivite { Name = "Ancien nom", Siren = "219900001", Departement = "99", Domains = { new CollectiviteDomain { Domain = "ancien.fr" } } });
        var report = await ImportAsync("nom;type;siren;domaine\nNouveau nom;commune;219900001;contact@nouveau.fr accueil.nouveau.fr\n");
        Assert.Equal((0, 1, 2), (report.Added, report.Updated, report.DomainsAdded));
        await using var db = portal.Database.Open();
        var body = await db.Collectivites.Include(c => c.Domains).SingleAsync(c => c.Siren == "219900001");
        Assert.Equal(("Nouveau nom", "99"), (body.Name, body.Departement));
        Assert.Equal(["accueil.nouveau.fr", "ancien.fr", "nouveau.fr"], body.Domains.Select(d => d.Domain).Order());
    }

    [Fact]
    public async Task A_country_of_forty_thousand_lines_is_imported_whole()
    {
        await using var host = await PortalHost.StartAsync();
        var lines = Enumerable.Range(0, 40_000).Select(i => $"commune,{i:D5},{300_000_000 + i},Commune {i},{i},ville-{i}.fr");
        var report = new ImportReport();
        var rows = Read($"type,code,siren,nom,population,domaine\n{string.Join('\n', lines)}\n", report);
        await host.WithAsync<CollectiviteImport, int>(async import =>
        {
            await import.WriteAsync(rows, report);
            return 0;
        });
        Assert.Equal((40_000, 40_000, 40_000), (report.Lines, report.Added, report.DomainsAdded));
    }

    [Fact]
    public void A_file_without_the_needed_columns_is_refused() =>
        Assert.Throws<ImportException>(() => Read("a,b\n1,2\n", new ImportReport()));

    private async Task<ImportReport> ImportAsync(string csv)
    {
        var report = new ImportReport();
        var rows = Read(csv, report);
        await portal.WithAsync<CollectiviteImport, int>(async import =>
        {
            await import.WriteAsync(rows, report);
            return 0;
        });
        return report;
    }

    private static IReadOnlyList<ImportRow> Read(string csv, ImportReport report) =>
        new ImportFile(new DomainLists(["orange.fr"], ["yopmail.com"])).Read(new StringReader(csv), report);
}
