using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Conferences.Contents;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

public sealed class ContentTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Parts_prerequisites_language_and_trades_are_typed_kept_and_shown()
    {
        var (group, trainer) = (await portal.Given.GroupAsync(), await portal.Given.MemberAsync());
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        var browser = await portal.Browser().SignInAsync(trainer);
        var form = (await browser.GetAsync($"/groupes/{group.Slug}/conferences/nouvelle")).Form("main form")
            .With("Input.Title", "En trois temps").With("Input.Date", "2026-12-10").With("Input.Time", "10:00").With("Input.Duration", "60")
            .With("Input.Content.Parts[0].Title", "Accueil").With("Input.Content.Parts[0].Minutes", "10")
            .With("Input.Content.Parts[2].Title", "Les seuils").With("Input.Content.Parts[2].Minutes", "vingt").With("Input.Content.Parts[2].Speakers", "Anne Le Goff, <b>DGS</b>")
            .With("Input.Content.Prerequisites", "Avoir lu le **décret**").With("Input.Content.Language", "br").With("Input.Content.Trades", "Finance");
        var refused = await form.SubmitAsync();
        Assert.Equal("La durée d’une partie se donne en minutes, de 1 à 720.", refused.Texts(".error-summary li").Single());
        Assert.Equal(["vingt", "Anne Le Goff, <b>DGS</b>"], new[] { "Minutes", "Speakers" }.Select(f => refused.Document.QuerySelector($"[name='Input.Content.Parts[2].{f}']")!.GetAttribute("value")));
        Assert.True(refused.Has("details[open] [name='Input.Content.Parts[2].Minutes']"));
        var shown = await refused.Form("main form").SubmitAsync(("Input.Content.Parts[2].Minutes", "20"));
        var text = shown.Text.Replace('\u00a0', ' ');
        Assert.Contains("10 h · 10 min Accueil", text);
        Assert.Contains("10 h 10 · 20 min Les seuilsAnne Le Goff, <b>DGS</b>", text);
        Assert.Contains("Langue : breton", text);
        Assert.Contains("Métiers : Finances", text);
        Assert.Contains("Avoir lu le décret", text);
        Assert.Contains("Les parties durent 30 min de moins que la conférence", text);
        var stored = await portal.Database.WithAsync(db => db.Conferences.SingleAsync(c => c.Title == "En trois temps"));
        Assert.Equal([new("Accueil", 10, ""), new ConferencePart("Les seuils", 20, "Anne Le Goff, <b>DGS</b>")], stored.Parts);
        Assert.Equal([Trade.Finance], stored.Trades);
        var agent = await (await portal.Browser().SignInAsync(await portal.Given.MemberAsync())).GetAsync($"/conferences/{stored.Id}");
        Assert.DoesNotContain("de moins que la conférence", agent.Text);
    }

    [Theory]
    [InlineData(new[] { 10, 20, 30 }, 60, null)]
    [InlineData(new[] { 10, 20 }, 60, -30)]
    [InlineData(new[] { 45, 30 }, 60, 15)]
    [InlineData(new int[0], 60, null)]
    public void Parts_are_compared_with_the_time_there_is(int[] minutes, int lasting, int? excess) => Assert.Equal(
        excess, (int?)PartsRule.Excess([.. minutes.Select(m => new ConferencePart("Partie", m, ""))], TimeSpan.FromMinutes(lasting))?.TotalMinutes);

    [Fact]
    public void Every_refusal_of_a_content_is_at_its_field()
    {
        var long151 = new string('x', 151);
        var form = new ContentForm
        {
            Parts = [new() { Minutes = "5" }, new() { Title = long151, Minutes = "0" }, new() { Title = "A", Minutes = "5", Speakers = new string('x', 201) }, .. Enumerable.Range(0, 18).Select(_ => new PartForm { Title = "B", Minutes = "1" })],
            Prerequisites = new string('x', 2001),
            Language = "klingon",
            Trades = [(Trade)99],
        };
        Assert.Equal(
        [
            ("Parts[0].Title", ContentRefusal.PartTitleMissing), ("Parts[1].Title", ContentRefusal.PartTitleTooLong), ("Parts[1].Minutes", ContentRefusal.PartMinutesUnreadable),
            ("Parts[2].Speakers", ContentRefusal.PartSpeakersTooLong), ("Parts[20].Title", ContentRefusal.TooManyParts), ("Prerequisites", ContentRefusal.PrerequisitesTooLong),
            ("Language", ContentRefusal.LanguageUnknown), ("Trades", ContentRefusal.TradeUnknown),
        ], ContentReading.Of(form).Refusals);
    }
}
