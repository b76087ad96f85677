using System.IO.Compression;
using System.Text;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Resources;
using Training.Portal.Tests.Resources;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Attachments;

public sealed class AttachmentTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("a.pdf", "%PDF-1.7", null), InlineData("a.pdf", "<html><script>", AttachmentRefusal.ContentDiffers), InlineData("a.PDF", "MZ\u0090", AttachmentRefusal.ContentDiffers)]
    [InlineData("a.txt", "bonjour", null), InlineData("a.txt", " \n<svg onload=alert(1)>", AttachmentRefusal.ContentDiffers), InlineData("a.csv", "a;b\0", AttachmentRefusal.ContentDiffers)]
    [InlineData("a.html", "<p>", AttachmentRefusal.KindUnknown), InlineData("a.svg", "<svg/>", AttachmentRefusal.KindUnknown), InlineData("a.exe", "MZ", AttachmentRefusal.KindUnknown)]
    [InlineData("a.pdf.js", "%PDF-1.7", AttachmentRefusal.KindUnknown), InlineData("a", "%PDF-1.7", AttachmentRefusal.KindUnknown), InlineData("a.pdf", "", AttachmentRefusal.Missing)]
    [InlineData("a.docx", "%PDF-1.7", AttachmentRefusal.ContentDiffers), InlineData("a.png", "GIF89a", AttachmentRefusal.ContentDiffers)]
    public void A_file_is_taken_for_what_its_content_is(string name, string content, AttachmentRefusal? refusal) =>
        Assert.Equal(refusal, AttachmentRule.Decide(name, Encoding.Latin1.GetBytes(content)).Refusal);

    [Fact]
    public void Office_documents_are_looked_into_and_macros_bombs_and_other_archives_refused()
    {
        Assert.Null(AttachmentRule.Decide("a.docx", Archive(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<w/>"))).Refusal);
        Assert.Null(AttachmentRule.Decide("a.ods", Archive(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))).Refusal);
        Assert.Equal(AttachmentRefusal.Dangerous, AttachmentRule.Decide("a.docx", Archive(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<w/>"), ("word/vbaProject.bin", "macro"))).Refusal);
        Assert.Equal(AttachmentRefusal.Dangerous, AttachmentRule.Decide("a.docx", Archive(("[Content_Types].xml", "<x/>"), ("word/document.xml", new string(' ', 2_000_000)))).Refusal);
        Assert.Equal(AttachmentRefusal.ContentDiffers, AttachmentRule.Decide("a.docx", Archive(("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<w/>"))).Refusal);
        Assert.Equal(AttachmentRefusal.ContentDiffers, AttachmentRule.Decide("a.odt", Archive(("page.html", "<script>"))).Refusal);
        Assert.Equal(AttachmentRefusal.TooLarge, AttachmentRule.Decide("a.txt", new byte[AttachmentRule.MostBytes + 1]).Refusal);
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf"), InlineData("C:\\Users\\moi\\Plan.PDF", "Plan.pdf"), InlineData("a\u202Efdp.txt", "afdp.txt")]
    [InlineData("x\r\nSet-Cookie: a=b.txt", "xSet-Cookie a=b.txt"), InlineData(".pdf", "fichier.pdf"), InlineData("CON\0.txt", "CON.txt")]
    public void A_name_keeps_no_folder_and_nothing_hidden(string typed, string kept) => Assert.Equal(kept, AttachmentRule.CleanName(typed));

    [Fact]
    public async Task What_is_attached_comes_back_as_a_download_that_runs_nothing()
    {
        var (group, author) = (await portal.Given.GroupAsync(), await portal.Given.MemberAsync());
        await portal.Given.MembershipAsync(group, author, GroupRole.Member);
        var resource = await portal.Given.ResourceAsync(group, author, state: ResourceState.Draft);
        var browser = await portal.Browser().SignInAsync(author);
        var draft = await browser.GetAsync($"/ressources/{resource.Id}/preparer");
        var refused = await browser.UploadAsync(draft, "Attach", "file", "page.pdf", "<html><script>alert(1)</script>"u8.ToArray());
        Assert.Contains("n’est pas celui que son nom annonce", refused.Texts(".error-summary").Single());

        var attached = await browser.UploadAsync(draft, "Attach", "file", "référence.txt", "1 < 2"u8.ToArray());
        var file = await browser.GetAsync(attached.Document.QuerySelector("main a[href*=fichiers]")!.GetAttribute("href")!);

        Assert.Equal("1 < 2", file.Content);
        var headers = file.Response.Content.Headers;
        Assert.Equal(("attachment", "référence.txt"), (headers.ContentDisposition!.DispositionType, headers.ContentDisposition.FileNameStar));
        Assert.Equal("nosniff", file.Response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", file.Response.Headers.GetValues("Content-Security-Policy").Single());
        var gone = await attached.Form("form[action*=Detach]").SubmitAsync();
        Assert.DoesNotContain("référence", gone.Text);
    }

    private static byte[] Archive(params (string Name, string Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
