using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences.Templates;
using Training.Portal.Features.Groups;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

public sealed class TemplateTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task An_animator_writes_the_template_and_new_conferences_begin_with_it()
    {
        var (group, trainer, animator) = (await portal.Given.GroupAsync(), await portal.Given.MemberAsync(), await portal.Given.MemberAsync());
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        await portal.Given.MembershipAsync(group, animator, GroupRole.Animator);
        var browser = await portal.Browser().SignInAsync(animator);
        var page = await (await browser.GetAsync($"/groupes/{group.Slug}")).FollowAsync($"a[href='/groupes/{group.Slug}/conferences/modele']");
        var refused = await page.Form("main form").SubmitAsync(("Input.Duration", "long"), ("Input.Parts", "10 Accueil\nLes questions"), ("Input.Approval", "true"));
        Assert.Equivalent(new[] { "La durée se donne en minutes, de 5 à 720.", "Une ligne ne se lit pas. Écrivez les minutes, puis ce qu’on y voit : « 10 Accueil »." }, refused.Texts(".error-summary li").Select(t => t.Replace('\u00a0', ' ')), strict: true);
        Assert.Contains("Les questions", refused.Document.QuerySelector("[name='Input.Parts']")!.TextContent);
        Assert.True(refused.Has("[name='Input.Approval'][checked]"));
        var saved = await refused.Form("main form").SubmitAsync(("Input.Duration", "90"), ("Input.Capacity", "40"), ("Input.Programme", "Notre **trame**"), ("Input.Parts", "10 Accueil\n50 min : Le fond\n30 Les questions"));
        Assert.Contains("Le modèle est enregistré", saved.Text);

        var fresh = (await (await portal.Browser().SignInAsync(trainer)).GetAsync($"/groupes/{group.Slug}/conferences/nouvelle")).Form("main form").Fields;
        string Of(string name) => fresh.Single(f => f.Name == name).Value;
        Assert.Equal(("90", "40", "Notre **trame**", "true"), (Of("Input.Duration"), Of("Input.Capacity"), Of("Input.Programme"), Of("Input.Approval")));
        Assert.Equal(["Accueil", "Le fond", "Les questions"], new[] { 0, 1, 2 }.Select(i => Of($"Input.Content.Parts[{i}].Title")));
        Assert.Equal(["10", "50", "30"], new[] { 0, 1, 2 }.Select(i => Of($"Input.Content.Parts[{i}].Minutes")));
        var again = await (await browser.GetAsync($"/groupes/{group.Slug}/conferences/modele")).Form("main form").SubmitAsync(("Input.Capacity", "45"));
        Assert.Contains("Le modèle est enregistré", again.Text);
        Assert.Equal((45, 3), await portal.Database.WithAsync(async db =>
        {
            var template = await db.ConferenceTemplates.SingleAsync(t => t.GroupId == group.Id);
            return (template.Capacity, template.Parts.Count);
        }));
    }

    [Fact]
    public async Task The_template_is_the_animators()
    {
        var (group, trainer) = (await portal.Given.GroupAsync(), await portal.Given.MemberAsync());
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        var browser = await portal.Browser().SignInAsync(trainer);
        var token = (await browser.GetAsync($"/groupes/{group.Slug}/conferences/nouvelle")).Form("main form").Fields.Single(f => f.Name == "__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/groupes/{group.Slug}/conferences/modele")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"/groupes/{group.Slug}/conferences/modele", token, ("Input.Duration", "30"))).Status);
        Assert.Equal(0, await portal.Database.WithAsync(db => db.ConferenceTemplates.CountAsync(t => t.GroupId == group.Id)));
    }

    [Theory]
    [InlineData("10 Accueil", "10 Accueil"), InlineData("10 min Accueil", "10 Accueil"), InlineData("5 – Pause", "5 Pause"), InlineData("15 minutes de pause", "15 minutes de pause")]
    [InlineData("20: Débat", "20 Débat"), InlineData("Accueil", null), InlineData("10", null), InlineData("0 Rien", null), InlineData("9999 Long", null)]
    public void A_line_is_minutes_then_what_it_covers(string line, string? read)
    {
        var reading = TemplateReading.Of(new TemplateForm { Parts = line });
        Assert.Equal(read, reading.Refusals.Count > 0 ? null : string.Join(", ", reading.Parts.Select(p => $"{p.Minutes} {p.Title}")));
    }
}
