using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Discussions.Moderation;
using Training.Portal.Features.Groups;
using Training.Portal.Tests.Membership;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Discussions;

/// <summary>Files beside messages: looked into, downloaded and never run, seen as the message is.</summary>
public sealed class PostFileTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly byte[] Note = "Seuil : 40 000 €"u8.ToArray();

    [Fact]
    public async Task A_file_sent_with_an_answer_comes_back_as_a_download_that_runs_nothing_and_is_told_by_mail()
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, author);
        await portal.WithAsync(async (Features.Discussions.ReadingDesk desk) => { await desk.FollowAsync(topic.Id, animator.Id, true); return 0; });
        var browser = await portal.SignedInAsync(reader);

        var answered = await SendAsync(browser, $"/discussions/{topic.Id}", [("Input.Text", "Voici le tableau.")], ("tableau.txt", Note));

        var link = answered.Document.QuerySelector("a[href*='/fichiers/']")!;
        Assert.Equal("tableau.txt", link.TextContent);
        var file = await browser.GetAsync(link.GetAttribute("href")!);
        Assert.Equal("Seuil : 40 000 €", file.Content);
        Assert.Equal(("attachment", "text/plain"), (file.Response.Content.Headers.ContentDisposition!.DispositionType, file.Response.Content.Headers.ContentType!.MediaType));
        Assert.Equal("default-src 'none'; sandbox", file.Response.Headers.GetValues("Content-Security-Policy").Single());
        await portal.DrainAsync(100);
        Assert.Contains("tableau.txt", Assert.Single(portal.Mail.To(animator.Address)).Read().TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_whoever_may_not_write_no_file_is_taken()
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, author);
        var outsider = await portal.SignedInAsync(await portal.Given.MemberAsync());
        Assert.Contains("Rejoignez", (await SendFromAsync(outsider, topic.Id, "Un fichier de passage")).Text, StringComparison.Ordinal);
        Assert.False(await IsKeptAsync("Un fichier de passage"));
        Assert.Contains("tableau.txt", (await SendFromAsync(await portal.SignedInAsync(reader), topic.Id, "Un fichier de membre")).Text, StringComparison.Ordinal);
        Assert.True(await IsKeptAsync("Un fichier de membre"));

        var sight = (await portal.SightAsync(topic, animator))!;
        await portal.WithAsync(async (ModerationDesk desk) => { await desk.CloseAsync(sight, true); return 0; });
        await SendFromAsync(await portal.SignedInAsync(reader), topic.Id, "Un fichier trop tard");
        Assert.False(await IsKeptAsync("Un fichier trop tard"));
    }

    [Fact]
    public async Task A_refused_form_keeps_the_words_and_the_files_that_were_taken_and_names_the_one_that_was_not()
    {
        var (group, _, author, _) = await portal.TalkingGroupAsync();
        var browser = await portal.SignedInAsync(author);
        var path = $"/groupes/{group.Slug}/discussions/nouvelle";

        var refused = await SendAsync(
            browser, path, [("Input.Title", "Modèles"), ("Input.Text", "Un texte gardé")], ("bon.txt", Note), ("page.pdf", "<html><script>"u8.ToArray()), ("vide.txt", []));

        Assert.Contains("page.pdf", refused.Texts(".error-summary").Single());
        Assert.Equal("Un texte gardé", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Contains("bon.txt", refused.Text);
        var opened = await refused.Form().SubmitAsync();
        Assert.Equal(["bon.txt"], opened.Texts("a[href*='/fichiers/']"));
    }

    [Fact]
    public async Task A_file_held_for_one_member_serves_nobody_else_and_no_forged_or_old_token_does()
    {
        var (group, _, author, reader) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, author);
        var seals = (HeldFiles)portal.Services.GetService(typeof(HeldFiles))!;
        var (file, _) = await portal.WithAsync((AttachmentStore store) => store.ReceiveAsync("secret.txt", Note));
        var old = seals.Seal(reader.Id, file!);
        portal.Clock.Advance(AttachmentPurge.Held);
        var (his, mine) = (seals.Seal(author.Id, file!), seals.Seal(reader.Id, file!));
        var browser = await portal.SignedInAsync(reader);

        var answered = await SendAsync(browser, $"/discussions/{topic.Id}", [("Input.Text", "Un"), ("Input.Held", his), ("Input.Held", old), ("Input.Held", "x")]);

        Assert.False(answered.Has("a[href*='/fichiers/']"));
        Assert.True((await SendAsync(browser, $"/discussions/{topic.Id}", [("Input.Text", "Deux"), ("Input.Held", mine)])).Has("a[href*='/fichiers/']"));
    }

    [Fact]
    public async Task More_than_five_files_are_refused()
    {
        var (group, _, author, _) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, author);
        var refused = await SendAsync(
            await portal.SignedInAsync(author), $"/discussions/{topic.Id}", [("Input.Text", "Trop")], [.. Enumerable.Range(1, 6).Select(n => ($"n{n}.txt", Note))]);
        Assert.Contains("Pas plus de 5 fichiers", refused.Texts(".error-summary").Single());
        Assert.False(await portal.Database.WithAsync(db => db.PostAttachments.AnyAsync(a => a.Post.TopicId == topic.Id)));
    }

    [Fact]
    public async Task The_file_of_a_hidden_message_is_hidden_with_it_and_of_another_topic_is_not_found_here()
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync(GroupDoor.Invitation);
        var (topic, other) = (await portal.Given.TopicAsync(group, animator), await portal.Given.TopicAsync(group, animator));
        var post = await portal.Given.PostAsync(topic, author, "Un fichier");
        var file = await portal.Given.AttachmentAsync(post);
        var path = $"/discussions/{topic.Id}/fichiers/{file.Id}";
        var (visitor, house, outsider) = (await portal.SignedInAsync(reader), await portal.SignedInAsync(animator), await portal.SignedInAsync(await portal.Given.MemberAsync()));

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/discussions/{other.Id}/fichiers/{file.Id}")).Status);
        Assert.StartsWith("/connexion", (await portal.Browser().GetAsync(path)).Path, StringComparison.Ordinal);
        var sight = await portal.SightAsync(topic, animator);
        await portal.WithAsync(async (ModerationDesk desk) => { await desk.HideAsync(sight!, post.Id, "Motif"); return 0; });
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
        Assert.DoesNotContain("modele.txt", (await visitor.GetAsync($"/discussions/{topic.Id}")).Content);
        Assert.Equal(HttpStatusCode.OK, (await house.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Bytes_that_nothing_names_go_after_a_day_and_no_others()
    {
        var (group, _, author, _) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, author);
        var post = await portal.Given.PostAsync(topic, author, "Un fichier");
        var kept = await portal.Given.AttachmentAsync(post, text: "Nommé");
        var (fresh, _) = await TakeAsync("Récent");
        var (orphan, _) = await TakeAsync("Orphelin");
        var (again, _) = await TakeAsync("Repris");
        await portal.Database.WithAsync(db => db.AttachmentContents.Where(c => c.Hash != fresh!.Hash)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.StoredAt, c => c.StoredAt.AddDays(-2))));
        await TakeAsync("Repris");

        await portal.WithAsync((AttachmentPurge purge) => purge.PurgeAsync());

        var left = await portal.Database.WithAsync(db => db.AttachmentContents.Select(c => c.Hash).ToListAsync());
        Assert.DoesNotContain(orphan!.Hash, left);
        Assert.Superset(new HashSet<string> { kept.ContentHash, fresh!.Hash, again!.Hash }, left.ToHashSet());
    }

    private Task<(ReceivedFile? File, AttachmentRefusal? Refusal)> TakeAsync(string text) =>
        portal.WithAsync((AttachmentStore store) => store.ReceiveAsync("a.txt", System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>The page's form of writing with these fields and files, as a browser sends it.</summary>
    /// <summary>As a browser would that does not care whether the page has a form.</summary>
    private static async Task<Page> SendFromAsync(Browser browser, int topic, string content)
    {
        var (name, value) = await browser.TokenAsync();
        var parts = new MultipartFormDataContent
        {
            { new StringContent(value), name },
            { new StringContent("Voici"), "Input.Text" },
            { new StringContent(Guid.NewGuid().ToString()), "Input.Key" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content)), "Input.Files", "tableau.txt" },
        };
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/discussions/{topic}") { Content = parts });
    }

    private Task<bool> IsKeptAsync(string content)
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content)));
        return portal.Database.WithAsync(db => db.AttachmentContents.AnyAsync(c => c.Hash == hash));
    }

    private static async Task<Page> SendAsync(Browser browser, string path, (string Name, string Value)[] fields, params (string Name, byte[] Bytes)[] files)
    {
        var form = (await browser.GetAsync(path)).Form("form:has(textarea)");
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Fields.Where(f => !Array.Exists(fields, x => x.Name == f.Name)).Concat(fields))
            content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, "Input.Files", name);
        }

        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });
    }
}
