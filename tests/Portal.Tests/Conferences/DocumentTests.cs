using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Conferences.Documents;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Tests.Conferences.Series;
using Training.Portal.Tests.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

/// <summary>Documents for before are for the seats; once it has ended, all are for whoever may see it. Each refusal stands beside somebody entitled.</summary>
public sealed class DocumentTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly byte[] Pdf = "%PDF-1.7 rien"u8.ToArray();

    [Fact]
    public async Task Who_runs_it_adds_and_removes_documents_told_by_their_content()
    {
        var (conference, trainer) = await ConferenceAsync();
        var browser = await portal.Browser().SignInAsync(trainer);
        var added = await SendAsync(browser, conference, DocumentMoment.Before, ("Support.pdf", Pdf), ("notes.txt", "Lire avant"u8.ToArray()));
        Assert.Contains("2 documents sont ajoutés", added.Text);
        var refused = await SendAsync(browser, conference, DocumentMoment.After, ("Image.png", Pdf));
        Assert.Contains("Image.png", refused.Texts(".field-error").Single());
        Assert.True(refused.Has("input[name=Moment][value=After][checked]"));
        Assert.Contains("programme.exe", (await SendAsync(browser, conference, DocumentMoment.After, ("programme.exe", Pdf))).Texts(".field-error").Single());
        Assert.Equal(2, await CountAsync(conference));
        await SendAsync(browser, conference, DocumentMoment.Before, ("Support.pdf", Pdf));
        Assert.Equal(2, await CountAsync(conference));

        var page = await browser.GetAsync($"/conferences/{conference.Id}/documents");
        Assert.Contains("est retiré", (await page.Form("form[action*=Remove]").SubmitAsync()).Text);
        Assert.Equal(1, await CountAsync(conference));
    }

    [Theory]
    [InlineData(ConferenceState.Planned, true, false, false)]
    [InlineData(ConferenceState.Live, true, false, false)]
    [InlineData(ConferenceState.Ended, true, true, true)]
    public async Task Who_reads_what_depends_on_the_seat_and_on_the_end(ConferenceState state, bool registeredBefore, bool registeredAfter, bool otherReads)
    {
        var (conference, trainer) = await ConferenceAsync();
        var (registered, other) = (await portal.Given.MemberAsync(), await portal.Given.MemberAsync());
        await portal.Given.RegistrationAsync(conference, registered);
        var (before, after) = (await DocumentAsync(conference, DocumentMoment.Before), await DocumentAsync(conference, DocumentMoment.After));
        await portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, state)));

        async Task<(bool, bool)> ReadsAsync(Browser browser) =>
            (await IsReadAsync(browser, conference, before), await IsReadAsync(browser, conference, after));

        Assert.Equal((true, true), await ReadsAsync(await portal.Browser().SignInAsync(trainer)));
        Assert.Equal((registeredBefore, registeredAfter), await ReadsAsync(await portal.Browser().SignInAsync(registered)));
        Assert.Equal((otherReads, otherReads), await ReadsAsync(await portal.Browser().SignInAsync(other)));
        Assert.Equal("/connexion", (await portal.Browser().Client.GetAsync($"/conferences/{conference.Id}/documents/{before}")).Headers.Location?.AbsolutePath);
        var page = await (await portal.Browser().SignInAsync(other)).GetAsync($"/conferences/{conference.Id}");
        Assert.Equal(!otherReads, page.Text.Contains("réservé aux inscrits", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_is_a_download_and_belongs_to_its_own_conference()
    {
        var (conference, trainer) = await ConferenceAsync();
        var (secret, _) = await ConferenceAsync(GroupDoor.Invitation);
        var (mine, theirs) = (await DocumentAsync(conference, DocumentMoment.Before), await DocumentAsync(secret, DocumentMoment.Before));
        var browser = await portal.Browser().SignInAsync(trainer);
        var file = await browser.Client.GetAsync($"/conferences/{conference.Id}/documents/{mine}");
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("default-src 'none'; sandbox", file.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/conferences/{conference.Id}/documents/{theirs}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/conferences/{secret.Id}/documents/{theirs}")).Status);
        var agent = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync($"/conferences/{conference.Id}/documents")).Status);
        var token = (await agent.GetAsync($"/conferences/{conference.Id}")).Form("form[action*=Register]").Fields.Single(f => f.Name == "__RequestVerificationToken");
        foreach (var handler in new[] { "", "?handler=Remove" })
            Assert.Equal(HttpStatusCode.NotFound, (await agent.PostAsync($"/conferences/{conference.Id}/documents{handler}", token, ("document", $"{mine}"))).Status);
        Assert.Equal(1, await CountAsync(conference));
    }

    [Fact]
    public async Task Documents_go_to_a_series_at_once_to_a_copy_those_for_before_and_are_not_purged_while_they_are_named()
    {
        var (conferences, trainer) = await new SeriesHouse(portal).SeriesAsync("Avec supports", new DateOnly(2026, 12, 7), new TimeOnly(10, 0), 3);
        var browser = await portal.Browser().SignInAsync(trainer);
        await SendAsync(browser, conferences[1], DocumentMoment.Before, [("Scope", "Following")], ("Série.pdf", [.. Pdf, 1]));
        await SendAsync(browser, conferences[1], DocumentMoment.After, ("Après.pdf", [.. Pdf, 2]));
        var counts = await Task.WhenAll(conferences.Select(CountAsync));
        Assert.Equal([0, 2, 1], counts);
        var copied = await (await browser.GetAsync($"/conferences/{conferences[1].Id}")).Form($"form[action='/conferences/{conferences[1].Id}/dupliquer']").SubmitAsync();
        var draft = int.Parse(copied.Path.Split('/')[2], null);
        Assert.Equal(["Série.pdf"], await portal.Database.WithAsync(db => db.ConferenceDocuments.Where(d => d.ConferenceId == draft).Select(d => d.Name).ToListAsync()));
        await portal.Database.WithAsync(db => db.Database.ExecuteSqlAsync($"UPDATE attachment_contents SET stored_at = now() - interval '3 days'"));
        await portal.WithAsync((AttachmentPurge purge) => purge.PurgeAsync());
        Assert.True(await IsReadAsync(browser, conferences[1], await portal.Database.WithAsync(db => db.ConferenceDocuments.Where(d => d.ConferenceId == conferences[1].Id).Select(d => d.Id).FirstAsync())));
    }

    private static async Task<bool> IsReadAsync(Browser browser, Conference conference, long document) =>
        (await browser.Client.GetAsync($"/conferences/{conference.Id}/documents/{document}")).StatusCode == HttpStatusCode.OK;

    private Task<int> CountAsync(Conference conference) => portal.Database.WithAsync(db => db.ConferenceDocuments.CountAsync(d => d.ConferenceId == conference.Id));

    private static Task<Page> SendAsync(Browser browser, Conference conference, DocumentMoment moment, params (string Name, byte[] Bytes)[] files) =>
        SendAsync(browser, conference, moment, [], files);

    private static async Task<Page> SendAsync(
        Browser browser, Conference conference, DocumentMoment moment, (string Name, string Value)[] more, params (string Name, byte[] Bytes)[] files)
    {
        var fields = (await browser.GetAsync($"/conferences/{conference.Id}/documents")).Form("form[enctype]").Fields.Where(f => f.Name != "Moment" && more.All(m => m.Name != f.Name));
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Concat(more).Append(("Moment", moment.ToString())))
            content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
            content.Add(new ByteArrayContent(bytes), "Files", name);
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/conferences/{conference.Id}/documents") { Content = content });
    }

    private async Task<long> DocumentAsync(Conference conference, DocumentMoment moment)
    {
        var (file, _) = await portal.WithAsync((AttachmentStore store) => store.ReceiveAsync($"{moment}.pdf", Pdf));
        var row = new ConferenceDocument
        {
            ConferenceId = conference.Id,
            Moment = moment,
            Name = file!.Name,
            ContentType = file.ContentType,
            Size = file.Size,
            ContentHash = file.Hash,
            AddedAt = PortalHost.Beginning,
        };
        await portal.Database.StoreAsync(row);
        return row.Id;
    }

    private async Task<(Conference Conference, Member Trainer)> ConferenceAsync(GroupDoor door = GroupDoor.Open)
    {
        var (group, trainer) = (await portal.Given.GroupAsync(door: door), await portal.Given.MemberAsync());
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        return (await portal.Given.ConferenceAsync(group, trainer), trainer);
    }
}
