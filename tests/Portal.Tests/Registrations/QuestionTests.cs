using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Questions;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Registrations;

public sealed class QuestionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_trainer_writes_questions_and_a_refused_form_keeps_them()
    {
        var (conference, trainer, _) = await portal.ConferenceForAsync(people: 0, capacity: 5);
        using var browser = await portal.Browser().SignInAsync(trainer);
        var form = (await browser.GetAsync($"/conferences/{conference.Id}/modifier")).Form("main form");
        var refused = await form.SubmitAsync(
            ("Input.Questions[0].Label", "Votre service ?"), ("Input.Questions[0].Required", "true"),
            ("Input.Questions[1].Label", "Votre niveau ?"), ("Input.Questions[1].Kind", "Choice"), ("Input.Questions[1].Choices", "Débutant"));
        Assert.Contains("au moins deux choix", refused.Texts(".error-summary").Single());
        Assert.Equal("Votre service ?", refused.Document.QuerySelector("[name='Input.Questions[0].Label']")!.GetAttribute("value"));
        await refused.Form("main form").SubmitAsync(("Input.Questions[1].Choices", "Débutant\r\nConfirmé\r\n"));
        var stored = await AskedAsync(conference);
        Assert.Equal([("Votre service ?", QuestionKind.Text, true), ("Votre niveau ?", QuestionKind.Choice, false)], stored.Select(q => (q.Label, q.Kind, q.Required)));
        Assert.Equal(["Débutant", "Confirmé"], stored[1].Choices);
    }

    [Fact]
    public async Task One_registers_by_answering_and_what_was_typed_stays_after_a_refusal()
    {
        var (conference, trainer, people) = await portal.ConferenceForAsync(people: 2, capacity: 5);
        var (text, choice, consent) = await AskThreeAsync(conference);
        using var browser = await portal.Browser().SignInAsync(people[0]);

        // The button leads to the questions, and pressing the old one does too.
        var page = await browser.GetAsync($"/conferences/{conference.Id}");
        Assert.False(page.Has("form[action$='Register']"));
        var form = await page.FollowAsync("main .panel a.btn-action");
        var refused = await form.Form("main form.form").SubmitAsync(($"Answers[{text.Id}]", "Achats & \"marchés\""));
        Assert.Equal(2, refused.Texts(".error-summary li").Count);
        Assert.Contains("Cochez « J’accepte d’être filmé »", refused.Text);
        Assert.Contains("Achats & \"marchés\"", refused.Text);
        Assert.Equal(RegistrationRefusal.Unanswered, (await portal.AskAsync(conference, people[0])).Refusal);

        var done = await refused.Form("main form.form").SubmitAsync(($"Answers[{choice.Id}]", "Confirmé"), ($"Answers[{consent.Id}]", "yes"));
        Assert.Contains("vous êtes inscrit", done.Text);
        Assert.True((await portal.SightAsync(conference, people[0]))!.Registered);

        // Read by the organiser, by nobody else.
        using var other = await portal.Browser().SignInAsync(people[1]);
        Assert.DoesNotContain("marchés", (await other.GetAsync($"/conferences/{conference.Id}")).Content);
        Assert.DoesNotContain("marchés", (await other.GetAsync($"/conferences/{conference.Id}/inscription")).Content);
        using var organiser = await portal.Browser().SignInAsync(trainer);
        Assert.Contains("Achats & \"marchés\"", (await organiser.GetAsync($"/conferences/{conference.Id}/inscrits")).Text);
    }

    [Fact]
    public async Task A_choice_that_was_not_offered_and_a_question_of_another_conference_are_not_taken()
    {
        var (conference, _, people) = await portal.ConferenceForAsync(people: 1, capacity: 5);
        var (text, choice, consent) = await AskThreeAsync(conference);
        var (other, _, _) = await portal.ConferenceForAsync(people: 0, capacity: 5);
        var (foreign, _, _) = await AskThreeAsync(other);
        using var browser = await portal.Browser().SignInAsync(people[0]);
        var form = (await browser.GetAsync($"/conferences/{conference.Id}/inscription")).Form("main form.form");
        var refused = await browser.PostAsync($"/conferences/{conference.Id}/inscription",
        [
            .. form.Fields.Where(f => !f.Name.StartsWith("Answers", StringComparison.Ordinal)),
            ($"Answers[{text.Id}]", "a"), ($"Answers[{choice.Id}]", "Expert"), ($"Answers[{consent.Id}]", "yes"), ($"Answers[{foreign.Id}]", "intrus"),
        ]);
        Assert.Contains("choisissez une des réponses proposées", refused.Text);
        await refused.Form("main form.form").SubmitAsync(($"Answers[{choice.Id}]", "Débutant"));
        Assert.Empty(await portal.Database.WithAsync(db => db.RegistrationAnswers.Where(a => a.QuestionId == foreign.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_question_changed_after_answers_becomes_a_new_one_and_the_answers_stay_under_the_old_words()
    {
        var (conference, trainer, people) = await portal.ConferenceForAsync(people: 1, capacity: 5);
        var (text, _, _) = await AskThreeAsync(conference);
        await portal.WithAsync(async (QuestionDesk d) =>
        {
            await d.AnswerAsync(people[0].Id, new Dictionary<int, string> { [text.Id] = "Achats" });
            return true;
        });
        using var browser = await portal.Browser().SignInAsync(trainer);
        var form = (await browser.GetAsync($"/conferences/{conference.Id}/modifier")).Form("main form");
        await form.SubmitAsync(("Input.Questions[0].Label", "Votre direction ?"), ("Input.Questions[1].Label", "Votre niveau aujourd’hui ?"));

        var asked = await AskedAsync(conference);
        Assert.DoesNotContain(text.Id, asked.Select(q => q.Id));
        Assert.Contains("Votre direction ?", asked.Select(q => q.Label));
        // Nobody had answered the second: it is the same question in better words.
        Assert.Equal(3, asked.Count);
        await portal.Database.WithAsync(async db =>
        {
            var old = await db.ConferenceQuestions.SingleAsync(q => q.Id == text.Id);
            Assert.Equal("Votre service ?", old.Label);
            Assert.NotNull(old.RetiredAt);
            return true;
        });
    }

    private async Task<(ConferenceQuestion Text, ConferenceQuestion Choice, ConferenceQuestion Consent)> AskThreeAsync(Conference conference)
    {
        var text = new ConferenceQuestion { ConferenceId = conference.Id, Label = "Votre service ?", Required = true, Position = 0 };
        var choice = new ConferenceQuestion
        {
            ConferenceId = conference.Id,
            Label = "Votre niveau ?",
            Kind = QuestionKind.Choice,
            Choices = ["Débutant", "Confirmé"],
            Required = true,
            Position = 1,
        };
        var consent = new ConferenceQuestion
        {
            ConferenceId = conference.Id,
            Label = "J’accepte d’être filmé",
            Kind = QuestionKind.Consent,
            Required = true,
            Position = 2,
        };
        await portal.Database.StoreAsync(text, choice, consent);
        return (text, choice, consent);
    }

    private Task<List<ConferenceQuestion>> AskedAsync(Conference conference) => portal.WithAsync((QuestionDesk d) => d.AskedAsync(conference.Id));
}
