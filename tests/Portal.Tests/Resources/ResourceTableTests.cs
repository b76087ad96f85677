using System.Text;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Resources;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Resources;

public sealed class ResourceTableTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_spreadsheet_s_csv_becomes_a_table_one_browses_filters_and_sorts()
    {
        var (resource, browser) = await DraftAsync();
        var draft = await browser.GetAsync($"/ressources/{resource.Id}/preparer");
        var lines = Enumerable.Range(1, 120).Select(n => $"Commune {n:000};{(n % 3 == 0 ? "Été" : "Hiver")};{121 - n}");
        var csv = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Nom;Saison;Rang\r\n" + string.Join("\r\n", lines) + "\r\n\"L'Isle; d'en bas\";<b>Été</b>;0\r\n");

        var imported = await browser.UploadAsync(draft, "Table", "table", "communes.csv", csv);
        Assert.Contains("121 lignes et 3 colonnes", imported.Text);

        var table = await browser.GetAsync($"/ressources/{resource.Id}/table");
        Assert.Equal(["Nom", "Saison", "Rang"], table.Texts("thead th"));
        Assert.Equal(50, table.Texts("tbody tr").Count);
        Assert.Contains("121 lignes, page 1 sur 3", table.Text);
        Assert.Equal("Commune 051", (await table.FollowAsync("a[rel=next]")).Texts("tbody td")[0]);

        var filtered = await table.Form("form[role=search]").SubmitAsync(("q", "été 00"), ("dans", ""), ("tri", "2"));
        Assert.Equal(["Commune 021", "Commune 009", "Commune 006", "Commune 003"], filtered.Texts("tbody tr td:first-child").OrderDescending());
        Assert.Equal("0", (await browser.GetAsync($"/ressources/{resource.Id}/table?q=isle&dans=0")).Texts("tbody td")[2]);
        Assert.Contains("Aucune ligne ne correspond", (await browser.GetAsync($"/ressources/{resource.Id}/table?q=isle&dans=1")).Text);
        Assert.Contains("Aucune ligne ne correspond", (await browser.GetAsync($"/ressources/{resource.Id}/table?q=%25%25_&dans=99&tri=-4&numero=-7")).Text);
        Assert.DoesNotContain("<b>Été", filtered.Content);
    }

    [Theory]
    [InlineData("a;b\n1;2\n3\n", "La ligne 3 du fichier")]
    [InlineData("a;A\n1;2\n", "Deux colonnes portent le même nom")]
    [InlineData("a;\n1;2\n", "Une colonne n’a pas de nom")]
    [InlineData("a;b\n", "n’a pas de ligne")]
    [InlineData("", "Ce fichier est vide")]
    [InlineData("PK\u0003\u0004\0\0", "n’est pas un CSV")]
    public async Task A_file_that_is_no_table_is_refused_in_words_and_the_one_before_stays(string content, string told)
    {
        var (resource, browser) = await DraftAsync();
        var draft = await browser.GetAsync($"/ressources/{resource.Id}/preparer");
        await browser.UploadAsync(draft, "Table", "table", "t.csv", "x,y\n1,2\n"u8.ToArray());

        var refused = await browser.UploadAsync(draft, "Table", "table", "t.csv", Encoding.UTF8.GetBytes(content));

        Assert.Contains(told, refused.Texts(".error-summary").Single());
        Assert.Equal(["1", "2"], await portal.Database.WithAsync(db => db.ResourceRows.Where(r => db.ResourceVersions.Any(v => v.Id == r.VersionId && v.ResourceId == resource.Id)).Select(r => r.Cells).SingleAsync()));
    }

    [Theory]
    [InlineData("10|9|-3|1 234,5 €|12 %", "-3|9|10|12 %|1 234,5 €")]
    [InlineData("2,5|2.25||−1", "−1|2.25|2,5|")]
    [InlineData("01/03/2026|31/12/2025|5/2/2026", "31/12/2025|5/2/2026|01/03/2026")]
    [InlineData("2026-03-01|2025-12-31", "2025-12-31|2026-03-01")]
    [InlineData("10|9|n. c.", "10|9|n. c.")]
    [InlineData("zèbre|Éléphant|écureuil|ane|été", "ane|écureuil|Éléphant|été|zèbre")]
    public void A_column_is_sorted_as_what_it_holds(string cells, string sorted)
    {
        var column = cells.Split('|');
        Assert.Equal(sorted.Split('|'), ColumnOrder.Of(column).Select(i => column[i]));
    }

    [Fact]
    public async Task A_table_sorted_by_a_column_of_numbers_goes_on_over_its_pages()
    {
        var (resource, browser) = await DraftAsync();
        await portal.Given.TableAsync(resource, ["n"], [.. Enumerable.Range(1, 120).Select(n => new[] { $"{121 - n}" })]);

        var first = await browser.GetAsync($"/ressources/{resource.Id}/table?tri=0");
        Assert.Equal(Enumerable.Range(1, 50).Select(n => $"{n}"), first.Texts("tbody td"));
        Assert.Equal(Enumerable.Range(51, 50).Select(n => $"{n}"), (await first.FollowAsync("a[rel=next]")).Texts("tbody td"));
    }

    [Fact]
    public async Task A_database_without_its_table_is_not_submitted()
    {
        var (resource, browser) = await DraftAsync();

        var refused = await (await browser.GetAsync($"/ressources/{resource.Id}/preparer")).Form("form[action*=Submit]").SubmitAsync();

        Assert.Contains("Le tableau manque", refused.Texts(".error-summary").Single());
    }

    [Fact]
    public void Twenty_thousand_rows_are_taken_and_one_more_is_not()
    {
        Assert.Equal(TableFile.MostRows, TableFile.Read(Encoding.UTF8.GetBytes("n\n" + string.Join('\n', Enumerable.Range(1, TableFile.MostRows)))).Rows.Count);
        Assert.Equal(TableRefusal.TooManyRows, TableFile.Read(Encoding.UTF8.GetBytes("n\n" + string.Join('\n', Enumerable.Range(1, TableFile.MostRows + 1)))).Refusal);
    }

    private async Task<(Resource Resource, Browser Browser)> DraftAsync()
    {
        var (group, author) = (await portal.Given.GroupAsync(), await portal.Given.MemberAsync());
        await portal.Given.MembershipAsync(group, author, GroupRole.Member);
        var resource = await portal.Given.ResourceAsync(group, author, kind: ResourceKind.DataTable, state: ResourceState.Draft);
        return (resource, await portal.Browser().SignInAsync(author));
    }
}
