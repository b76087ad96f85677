using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Membership.Import;
using Training.Portal.Features.Membership.Register;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

/// <summary>The whole country, in the files it really comes in.</summary>
public sealed class RealRegisterTests(PortalFixture portal, ITestOutputHelper output) : IClassFixture<PortalFixture>
{
    /// <summary>Mailboxes of access providers of New Caledonia: the file takes them for official domains, our lists do not.</summary>
    private const int ProvidersTakenForShared = 20;

    private const int ProvidersTakenForOwn = 1;

    [Fact]
    public async Task The_directory_of_36_945_lines_is_imported_in_half_a_minute_with_the_file_s_own_figures_and_once()
    {
        await using var host = await PortalHost.StartAsync();
        var clock = Stopwatch.StartNew();
        var report = await host.ImportAsync(RegisterFiles.Domains2019);
        output.WriteLine($"{report.Lines} lines in {clock.Elapsed.TotalSeconds:F1} s");

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.Equal(36_945, report.Lines);
        var classes = report.Domains.GroupBy(d => d.FileClass!).ToDictionary(g => g.Key, g => g.Sum(d => d.Lines));
        Assert.Equal((27_178, 8_776, 983, 7, 1), (classes["generique"], classes["propre"], classes["partage"], classes["mal-forme"], classes["sous-domaine-generique"]));
        Assert.Equal(36_945, classes.Values.Sum());
        Assert.Equal(8_776 - ProvidersTakenForOwn, Figure(report, "propre", DomainVerdict.Own, DomainVerdict.Shared));
        Assert.Equal(983 - ProvidersTakenForShared, Figure(report, "partage", DomainVerdict.Own, DomainVerdict.Shared));
        Assert.Equal(27_178 + 1 + ProvidersTakenForOwn + ProvidersTakenForShared, report.Count(ImportRefusal.GenericDomain));
        Assert.Equal(7, report.Count(ImportRefusal.MalformedDomain));
        Assert.Equal((report.Bodies, 0), (report.Added, report.Updated));
        Assert.Equal((report.DomainsAdded, report.DomainsAdded), await host.Database.WithAsync(async db => (await db.CollectiviteDomains.CountAsync(), await db.DomainChanges.CountAsync())));
        Assert.Equal(155, await host.Database.WithAsync(db => db.CollectiviteDomains.CountAsync(d => d.Domain == "info82.com" && d.Collectivite.Kind == CollectiviteKind.Commune)));

        clock.Restart();
        var again = await host.ImportAsync(RegisterFiles.Domains2019);
        output.WriteLine($"again in {clock.Elapsed.TotalSeconds:F1} s");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.Equal((0, 0, 0), (again.Added, again.Updated, again.DomainsAdded));
    }

    [Fact]
    public async Task The_register_supplied_then_the_directory_meet_on_the_same_bodies_and_search_finds_them()
    {
        Assert.True(DefaultSource.IsCarried, "infra/assets makes the register that the Portal carries.");
        var supplied = await portal.ImportAsync(DefaultSource.Read());
        Assert.Equal((36_370, 36_370), (supplied.Lines, supplied.Bodies));
        var cog = await portal.ImportAsync(RegisterFiles.Cog2026);
        Assert.Equal((0, 36_370), (cog.Added, cog.Bodies));
        var directory = await portal.ImportAsync(RegisterFiles.Domains2019);
        Assert.DoesNotContain(directory.Changes, c => c.Field == "Name");
        Assert.InRange(directory.Added, 0, 1_000); // Centres de gestion, the CNFPT's delegations, communes merged since.
        // Three régions are spelt otherwise in the directory of 2019 and stay beside their namesakes.
        Assert.Equal((96 + 5 + 8, 26 + 3), await portal.Database.WithAsync(async db => (
            await db.Collectivites.CountAsync(c => c.Kind == CollectiviteKind.Departement), await db.Collectivites.CountAsync(c => c.Kind == CollectiviteKind.Region))));
        await SearchFindsAsync();
    }

    private async Task SearchFindsAsync()
    {
        Assert.Equal(12, (await FindAsync("sainte colombe")).Count(f => f.Name == "Sainte-Colombe"));
        Assert.Equal(["69"], (await FindAsync("Ste-Colombe (69)")).Where(f => f.Name == "Sainte-Colombe").Select(f => f.Departement));
        Assert.Equal("L'Haÿ-les-Roses", (await FindAsync("l hay les r"))[0].Name);
        Assert.Equal("Évreux", (await FindAsync("EVREUX"))[0].Name);
        Assert.Equal("Villeurbanne", (await FindAsync("vileurbane"))[0].Name);
        Assert.Equal("Lyon", (await FindAsync("216 901 231"))[0].Name);
        Assert.Equal("Lyon", (await FindAsync("21690123100011"))[0].Name);
        Assert.Equal("Ajaccio", (await FindAsync("2a004"))[0].Name);
        Assert.Contains("Ambérieu-en-Bugey", (await FindAsync("01500")).Select(f => f.Name));
        Assert.Empty(await FindAsync("%"));
        Assert.Empty(await FindAsync(""));
        var homonyms = await portal.Database.WithAsync(db => db.Collectivites.Where(c => c.Kind == CollectiviteKind.Commune && c.Siren != null)
            .GroupBy(c => c.Name).Where(g => g.Count() > 1).Select(g => new { g.Key, Same = g.Count(), Told = g.Select(c => c.Departement).Distinct().Count() }).ToListAsync());
        Assert.InRange(homonyms.Count, 1_400, 1_500);
        var untold = homonyms.Where(h => h.Told < h.Same).Select(h => h.Key).ToList();
        output.WriteLine($"{homonyms.Count} homonyms, not told apart by département: {string.Join(", ", untold)}");
    }

    private Task<IReadOnlyList<FoundCollectivite>> FindAsync(string typed) => portal.WithAsync((CollectiviteFinder finder) => finder.SearchAsync(typed));

    private static int Figure(ImportReport report, string fileClass, params DomainVerdict[] verdicts) =>
        report.Domains.Where(d => d.FileClass == fileClass && verdicts.Contains(d.Verdict)).Sum(d => d.Lines);
}
