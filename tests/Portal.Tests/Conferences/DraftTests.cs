using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Registrations.Questions;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

/// <summary>What is written in quiet, what makes it public, and what is copied.</summary>
public sealed class DraftTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string SaveAsDraft = "button[name='Input.Draft']";

    [Fact]
    public async Task A_draft_may_lack_its_day_and_nothing_happens_to_it_until_it_is_published()
    {
        var (group, trainer) = await TrainedGroupAsync();
        var browser = await SignedInAsync(trainer);
        var saved = await (await browser.GetAsync($"/groupes/{group.Slug}/conferences/nouvelle")).Form(SaveAsDraft)
            .With("Input.Title", "En préparation").With("Input.Date", "").With("Input.Time", "").SubmitAsync();
        Assert.Contains("date à choisir", saved.Text);
        var draft = await StoredAsync("En préparation");
        Assert.Equal((ConferenceState.Draft, true), (draft.State, draft.Undated));
        Assert.Equal(0, await MilestonesAsync(draft));
        Assert.Contains("En préparation", (await browser.GetAsync($"/groupes/{group.Slug}")).Text);

        var refused = await (await browser.GetAsync($"/conferences/{draft.Id}/modifier")).Form("main form").SubmitAsync();
        Assert.Contains("La date manque", refused.Texts(".error-summary").Single());
        var published = await refused.Form("main form").SubmitAsync(("Input.Date", "2026-12-08"), ("Input.Time", "10:00"));
        Assert.Contains("est publiée", published.Text);
        Assert.Equal((ConferenceState.Planned, false), ((await StoredAsync("En préparation")).State, (await StoredAsync("En préparation")).Undated));
        Assert.Equal(2, await MilestonesAsync(draft));
    }

    [Fact]
    public async Task One_button_publishes_a_dated_draft_once_and_says_why_when_it_cannot()
    {
        var (group, trainer) = await TrainedGroupAsync();
        var undated = await DraftAsync(group, trainer, "Sans date", undated: true);
        var dated = await DraftAsync(group, trainer, "Avec date");
        var browser = await SignedInAsync(trainer);
        Assert.False((await browser.GetAsync($"/conferences/{undated.Id}")).Has($"form[action='/conferences/{undated.Id}/publier']"));
        var button = (await browser.GetAsync($"/conferences/{dated.Id}")).Form($"form[action='/conferences/{dated.Id}/publier']");
        var pages = await Task.WhenAll(button.SubmitAsync(), button.SubmitAsync());
        Assert.Single(pages, p => p.Text.Contains("est publiée", StringComparison.Ordinal));
        Assert.Single(pages, p => p.Text.Contains("déjà publiée", StringComparison.Ordinal));
        Assert.Equal(2, await MilestonesAsync(dated));
        var forced = await browser.PostAsync($"/conferences/{undated.Id}/publier", button.Fields);
        Assert.Contains("La date manque", forced.Text);
        Assert.Equal(ConferenceState.Draft, (await StoredAsync("Sans date")).State);
    }

    [Fact]
    public async Task A_published_conference_does_not_become_a_draft_again_whatever_is_sent()
    {
        var (group, trainer) = await TrainedGroupAsync();
        var conference = await portal.Given.ConferenceAsync(group, trainer, "Publiée");
        var browser = await SignedInAsync(trainer);
        var form = (await browser.GetAsync($"/conferences/{conference.Id}/modifier")).Form("main form").With("Input.Date", "").With("Input.Time", "");
        var refused = await browser.PostAsync($"/conferences/{conference.Id}/modifier", [.. form.Fields, ("Input.Draft", "true")]);
        Assert.Contains("La date manque", refused.Text);
        Assert.Equal(ConferenceState.Planned, (await StoredAsync("Publiée")).State);
    }

    [Fact]
    public async Task A_copy_is_a_draft_with_everything_but_the_day_and_the_registrations()
    {
        var (group, trainer) = await TrainedGroupAsync();
        var source = await portal.Given.ConferenceAsync(group, trainer, "À refaire", lasting: TimeSpan.FromMinutes(95), capacity: 42);
        await portal.Database.WithAsync(async db =>
        {
            var row = (await db.Conferences.FindAsync(source.Id))!;
            (row.Programme, row.Approval, row.Waitlist, row.RegistrationClosesAt) = ("Le **programme**", true, false, row.StartsAt.AddHours(-1));
            db.Add(new ConferenceQuestion { ConferenceId = source.Id, Kind = QuestionKind.Choice, Label = "Votre outil ?", Choices = ["A", "B"], Required = true });
            return await db.SaveChangesAsync();
        });
        await portal.Given.RegistrationAsync(source, await portal.Given.MemberAsync());
        var browser = await SignedInAsync(trainer);
        var button = (await browser.GetAsync($"/conferences/{source.Id}")).Form($"form[action='/conferences/{source.Id}/dupliquer']");
        var pages = await Task.WhenAll(button.SubmitAsync(), button.SubmitAsync());
        Assert.Single(pages.Select(p => p.Path).Distinct());
        var copy = await portal.Database.WithAsync(db => db.Conferences.Include(c => c.Trainers).SingleAsync(c => c.Title == "À refaire" && c.Id != source.Id));
        Assert.Equal($"/conferences/{copy.Id}/modifier", pages[0].Path);
        Assert.Equal(
            (ConferenceState.Draft, true, 95, 42, "Le **programme**", true, false, null, 0),
            (copy.State, copy.Undated, (int)(copy.EndsAt - copy.StartsAt).TotalMinutes, copy.Capacity, copy.Programme, copy.Approval, copy.Waitlist, copy.RegistrationClosesAt, copy.SeatsTaken));
        Assert.Equal([trainer.Id], copy.Trainers.Select(t => t.MemberId));
        Assert.NotEqual((await StoredAsync(source.Id)).CalendarUid, copy.CalendarUid);
        var question = await portal.Database.WithAsync(db => db.ConferenceQuestions.SingleAsync(q => q.ConferenceId == copy.Id));
        Assert.Equal(("Votre outil ?", true, 2), (question.Label, question.Required, question.Choices.Length));
        Assert.Equal("", pages[0].Document.QuerySelector("[name='Input.Date']")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Only_a_draft_is_deleted()
    {
        var (group, trainer) = await TrainedGroupAsync();
        var (draft, planned) = (await DraftAsync(group, trainer, "À jeter"), await portal.Given.ConferenceAsync(group, trainer));
        var browser = await SignedInAsync(trainer);
        var form = (await browser.GetAsync($"/conferences/{draft.Id}/supprimer")).Form("main form");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/conferences/{planned.Id}/supprimer")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"/conferences/{planned.Id}/supprimer", form.Fields)).Status);
        Assert.Equal($"/groupes/{group.Slug}", (await form.SubmitAsync()).Path);
        Assert.Equal([planned.Id], await portal.Database.WithAsync(db => db.Conferences.Where(c => c.GroupId == group.Id).Select(c => c.Id).ToListAsync()));
    }

    private async Task<Browser> SignedInAsync(Member member) => await portal.Browser().SignInAsync(member);

    private async Task<(Group Group, Member Trainer)> TrainedGroupAsync()
    {
        var (group, trainer) = (await portal.Given.GroupAsync(), await portal.Given.MemberAsync());
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        return (group, trainer);
    }

    private async Task<Conference> DraftAsync(Group group, Member trainer, string title, bool undated = false)
    {
        var draft = await portal.Given.ConferenceAsync(group, trainer, title, state: ConferenceState.Draft);
        await portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == draft.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Undated, undated)));
        return draft;
    }

    private Task<Conference> StoredAsync(string title) => portal.Database.WithAsync(db => db.Conferences.SingleAsync(c => c.Title == title));

    private Task<Conference> StoredAsync(int id) => portal.Database.WithAsync(db => db.Conferences.SingleAsync(c => c.Id == id));

    /// <summary>Doors and end; reminders depend on how near it is.</summary>
    private Task<int> MilestonesAsync(Conference conference) => portal.Database.WithAsync(db =>
        db.Milestones.CountAsync(m => m.ConferenceId == conference.Id && (m.Kind == MilestoneKind.DoorsOpen || m.Kind == MilestoneKind.End)));
}
