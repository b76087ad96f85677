using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;
using Training.Portal.Tests.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

/// <summary>Somebody from another collectivité runs one conference of a group that does not let them in: this one, and nothing else.</summary>
public sealed class CoHostTests(CoHostTests.House house) : IClassFixture<CoHostTests.House>
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

    /// <summary>A collectivité's own group with two conferences; an agent from elsewhere co-hosts one.</summary>
    public sealed class House : PortalHost, IAsyncLifetime
    {
        public Group Group { get; private set; } = null!;

        public Member Trainer { get; private set; } = null!;

        public Member Host { get; private set; } = null!;

        public Collectivite HostsTown { get; private set; } = null!;

        public Conference Shared { get; private set; } = null!;

        public Conference Other { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await StartAsync(this, null);
            var town = await Given.CollectiviteAsync();
            HostsTown = await Given.CollectiviteAsync();
            (Trainer, Host) = (await Given.MemberAsync(town), await Given.MemberAsync(HostsTown, "Renfort venu d'ailleurs"));
            Group = await Given.GroupAsync("Réseau secret", privateTo: town);
            await Given.MembershipAsync(Group, Trainer, GroupRole.Trainer);
            Shared = await NewAsync("Ensemble");
            Other = await Given.ConferenceAsync(Group, Trainer, "Ensemble sans renfort");
        }

        public async Task<Conference> NewAsync(string title)
        {
            var conference = await Given.ConferenceAsync(Group, Trainer, title);
            await Database.StoreAsync(new ConferenceTrainer { ConferenceId = conference.Id, MemberId = Host.Id, CoHost = true });
            return conference;
        }
    }
}
