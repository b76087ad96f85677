using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;
using Training.Portal.Tests.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

/// <summary>Somebody from another collectivité runs one conference of a group that does not let them in: this one, and nothing else.</summary>
public sealed class CoHostTests(CoHostHouse house) : IClassFixture<CoHostHouse>
{
    [Fact]
    public async Task A_co_host_runs_the_conference_and_finds_nothing_else_of_the_group()
    {
        var host = await house.Browser().SignInAsync(house.Host);
        foreach (var path in new[] { "", "/modifier", "/annuler", "/inscrits", "/documents", "/salle", "/agenda.ics", "/replay" })
            Assert.Equal(HttpStatusCode.OK, (await host.GetAsync($"/conferences/{house.Shared.Id}{path}")).Status);
        foreach (var path in new[] { $"/conferences/{house.Other.Id}", $"/groupes/{house.Group.Slug}", $"/groupes/{house.Group.Slug}/membres", $"/groupes/{house.Group.Slug}/conferences/nouvelle", $"/groupes/{house.Group.Slug}/discussions" })
            Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(path)).Status);
        var page = await host.GetAsync($"/conferences/{house.Shared.Id}");
        Assert.Contains("Réseau secret", page.Text);
        Assert.False(page.Has($"a[href='/groupes/{house.Group.Slug}']"));
        Assert.False(page.Has("form[action$='/dupliquer']"));
        foreach (var path in new[] { "/", "/conferences", "/recherche?q=Ensemble", "/recherche?q=Enssemble" })
        {
            var list = await host.GetAsync(path);
            Assert.Contains($"/conferences/{house.Shared.Id}\"", list.Content);
            Assert.DoesNotContain($"/conferences/{house.Other.Id}\"", list.Content);
            Assert.DoesNotContain($"/groupes/{house.Group.Slug}", list.Content);
        }
    }

    [Fact]
    public async Task A_colleague_of_the_co_host_finds_nothing()
    {
        var colleague = await house.Browser().SignInAsync(await house.Given.MemberAsync(house.HostsTown));
        foreach (var path in new[] { "", "/modifier", "/salle", "/agenda.ics" })
            Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"/conferences/{house.Shared.Id}{path}")).Status);
        Assert.DoesNotContain("Ensemble", (await colleague.GetAsync("/conferences")).Content);
    }

    [Fact]
    public async Task The_rule_for_a_co_host_is_the_rule_for_whoever_runs_it_and_ends_with_the_name()
    {
        var conference = await house.NewAsync("À deux");
        var sight = await house.SightAsync(conference, house.Host);
        Assert.True(sight is { Trainer: true, SeesGroup: false });
        await house.Database.WithAsync(db => db.ConferenceTrainers.Where(t => t.ConferenceId == conference.Id && t.CoHost).ExecuteDeleteAsync());
        Assert.Null(await house.SightAsync(conference, house.Host));
        Assert.False((await house.AskAsync(conference, house.Host)).Exists);
        // A mere trainer's row opens no door: only a co-host's does.
        await house.Database.StoreAsync(new ConferenceTrainer { ConferenceId = conference.Id, MemberId = house.Host.Id });
        Assert.Null(await house.SightAsync(conference, house.Host));
    }

    [Fact]
    public async Task A_trainer_names_a_co_host_by_address_keeps_what_was_typed_and_may_take_the_name_back()
    {
        var browser = await house.Browser().SignInAsync(house.Trainer);
        var form = (await browser.GetAsync($"/groupes/{house.Group.Slug}/conferences/nouvelle")).Form("main form")
            .With("Input.Title", "Avec renfort").With("Input.Date", "2026-12-10").With("Input.Time", "10:00");
        var named = await form.SubmitAsync(("Input.CoHosts", house.Host.Name));
        Assert.Contains("n’est pas une adresse", named.Text);
        var unknown = await form.SubmitAsync(("Input.CoHosts", $"{house.Host.Address}\npersonne@{house.Host.Address.Split('@')[1]}"));
        Assert.Contains("Aucun agent du portail n’a l’adresse personne@", unknown.Text);
        Assert.Contains(house.Host.Address, unknown.Document.QuerySelector("[name='Input.CoHosts']")!.TextContent);
        var saved = await unknown.Form("main form").SubmitAsync(("Input.CoHosts", house.Host.Address.ToUpperInvariant()));
        Assert.Contains(house.Host.Name, saved.Text);
        var stored = await house.Database.WithAsync(db => db.Conferences.Include(c => c.Trainers).SingleAsync(c => c.Title == "Avec renfort"));
        Assert.Equal([(house.Host.Id, true), (house.Trainer.Id, false)], stored.Trainers.Select(t => (t.MemberId, t.CoHost)).OrderByDescending(t => t.CoHost));
        await (await browser.GetAsync($"/conferences/{stored.Id}/modifier")).Form("main form").SubmitAsync();
        Assert.True((await house.SightAsync(stored, house.Host))!.Trainer);
        await (await browser.GetAsync($"/conferences/{stored.Id}/modifier")).Form("main form").SubmitAsync(("Input.CoHosts", ""));
        Assert.Null(await house.SightAsync(stored, house.Host));
    }

    [Fact]
    public async Task A_co_host_corrects_a_draft_and_publishes_it_while_a_colleague_finds_none()
    {
        var draft = await house.NewAsync("Encore un brouillon", ConferenceState.Draft);
        var colleague = await house.Browser().SignInAsync(await house.Given.MemberAsync(house.HostsTown));
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"/conferences/{draft.Id}")).Status);
        var host = await house.Browser().SignInAsync(house.Host);
        await (await host.GetAsync($"/conferences/{draft.Id}/modifier")).Form("main form").SubmitAsync(("Input.Title", "Bientôt prête"), ("Input.Draft", "true"));
        await (await host.GetAsync($"/conferences/{draft.Id}")).Form("form[action$='/publier']").SubmitAsync();
        var stored = await house.Database.WithAsync(db => db.Conferences.SingleAsync(c => c.Id == draft.Id));
        Assert.Equal(("Bientôt prête", ConferenceState.Planned), (stored.Title, stored.State));
    }

    [Fact]
    public async Task A_co_host_is_told_once_and_may_withdraw_for_good()
    {
        var guest = await house.Given.MemberAsync(house.HostsTown);
        var trainer = await house.Browser().SignInAsync(house.Trainer);
        var preview = await (await trainer.GetAsync($"/groupes/{house.Group.Slug}/conferences/nouvelle")).Form("main form").SubmitAsync(
            ("Input.Title", "Trois matins"), ("Input.Date", "2026-12-10"), ("Input.Time", "10:00"), ("Input.CoHosts", guest.Address),
            ("Input.Series.Rhythm", "Weekly"), ("Input.Series.Count", "3"));
        await preview.Form("main form").SubmitAsync();
        var dates = await house.Database.WithAsync(db => db.Conferences.Where(c => c.Title == "Trois matins").OrderBy(c => c.StartsAt).Select(c => c.Id).ToListAsync());
        var stale = (await trainer.GetAsync($"/conferences/{dates[1]}/modifier")).Form("main form");
        await (await trainer.GetAsync($"/conferences/{dates[0]}/modifier")).Form("main form").SubmitAsync();
        var letter = house.Services.GetRequiredService<LetterRenderer>().Render(Assert.Single(await house.Database.WithAsync(db => db.Letters.Where(l => l.To == guest.Address).ToListAsync())));
        Assert.Contains($"{house.Trainer.Name} vous a nommé", letter.TextBody);
        Assert.Contains("3 dates de la série", letter.TextBody);

        var own = await house.Browser().SignInAsync(guest);
        Assert.Equal(HttpStatusCode.NotFound, (await trainer.GetAsync($"/conferences/{dates[1]}/ne-plus-animer")).Status);
        var asks = await (await own.GetAsync($"/conferences/{dates[1]}")).FollowAsync("a[href$='/ne-plus-animer']");
        Assert.Contains("Vous ne co-animez plus", (await asks.Form("main form").SubmitAsync(("Scope", "Following"))).Text);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound], await Task.WhenAll(dates.Select(async d => (await own.GetAsync($"/conferences/{d}")).Status)));
        await stale.SubmitAsync(("Input.Title", "Avec lui quand même"));
        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync($"/conferences/{dates[1]}")).Status);
    }
}
