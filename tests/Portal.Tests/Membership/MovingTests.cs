using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Membership.Moving;
using Training.Portal.Features.Points;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Membership;

/// <summary>Another mailbox or another collectivité is a new proof; points and history stay.</summary>
public sealed class MovingTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_member_changes_address_and_collectivite_and_keeps_the_points()
    {
        var (from, to) = (await portal.Given.CollectiviteAsync(), await portal.Given.CollectiviteAsync());
        var member = await portal.Given.MemberAsync(from);
        await EarnAsync(member);
        using var browser = portal.Browser();
        using var elsewhere = await portal.Browser().SignInAsync(member);
        await portal.SignInByCodeAsync(browser, member.Address);
        Assert.Equal("/profil", (await elsewhere.GetAsync("/profil")).Path);
        var @new = $"arrivee.{member.Id}@{to.Domains[0].Domain}";

        var asked = await AskAsync(browser, @new);
        Assert.DoesNotContain("/connexion/lien/", await LetterAsync(@new), StringComparison.Ordinal);
        Assert.Contains("pas le bon", (await asked.EnterAsync(SigningIn.Other(await CodeAsync(@new)))).Text, StringComparison.Ordinal);
        var moved = await (await browser.GetAsync("/profil/adresse")).EnterAsync(await CodeAsync(@new));

        Assert.Equal("/profil", moved.Path);
        Assert.Contains(@new, moved.Text, StringComparison.Ordinal);
        var stored = await portal.Database.WithAsync(db => db.Members.SingleAsync(m => m.Id == member.Id));
        Assert.Equal((@new, to.Id), (stored.Address, stored.CollectiviteId));
        Assert.Equal(42, await portal.Database.WithAsync(db => db.PointsEntries.Where(e => e.MemberId == member.Id).SumAsync(e => e.Amount)));
        Assert.StartsWith("/connexion?", (await elsewhere.GetAsync("/profil")).Path, StringComparison.Ordinal);
        Assert.Contains(@new, await LetterAsync(member.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_session_alone_changes_nothing()
    {
        var member = await portal.Given.MemberAsync();
        using var stolen = await portal.Browser().SignInAsync(member);
        var page = await stolen.GetAsync("/profil/adresse");
        Assert.False(page.Has("[name=Address]"));
        var token = page.Form("form[action*=Prove]").Fields;
        Assert.Equal("/profil/adresse", (await stolen.PostAsync("/profil/adresse?handler=Ask", [.. token, ("Address", $"pirate@{(await portal.Given.CollectiviteAsync()).Domains[0].Domain}")])).Path);
        Assert.False(await portal.Database.WithAsync(db => db.AddressChanges.AnyAsync(c => c.MemberId == member.Id)));

        using var fresh = portal.Browser();
        await portal.SignInByCodeAsync(fresh, member.Address);
        Assert.True((await fresh.GetAsync("/profil/adresse")).Has("[name=Address]"));
        portal.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.False((await fresh.GetAsync("/profil/adresse")).Has("[name=Address]"));
    }

    [Fact]
    public async Task A_domain_that_proves_nothing_is_refused_and_writes_to_nobody()
    {
        var member = await portal.Given.MemberAsync();
        using var browser = portal.Browser();
        await portal.SignInByCodeAsync(browser, member.Address);
        Assert.Contains("aucune collectivité", (await AskAsync(browser, "x@nullepart-ici.fr")).Text, StringComparison.Ordinal);
        Assert.Contains("aucune collectivité", (await AskAsync(browser, $"moi@sous.{member.Address[(member.Address.IndexOf('@') + 1)..]}")).Text, StringComparison.Ordinal);
        Assert.Contains("jetables", (await AskAsync(browser, "x@yopmail.com")).Text, StringComparison.Ordinal);
        Assert.False(await portal.Database.WithAsync(db => db.AddressChanges.AnyAsync(c => c.MemberId == member.Id)));
    }

    [Fact]
    public async Task Codes_on_their_way_to_the_old_mailbox_are_void_after_the_change()
    {
        var ville = await portal.Given.CollectiviteAsync();
        var member = await portal.Given.MemberAsync(ville);
        using var waiting = portal.Browser();
        await waiting.AskAsync(member.Address);
        var old = await portal.CodeAsync(member.Address);
        Assert.Null(await MoveAsync(member, $"suite.{member.Id}@{ville.Domains[0].Domain}"));
        Assert.Contains("plus récent", (await (await waiting.GetAsync("/connexion/code")).EnterAsync(old)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_asked_for_in_one_s_session_is_worth_nothing_in_another_s()
    {
        var ville = await portal.Given.CollectiviteAsync();
        var (a, b) = (await portal.Given.MemberAsync(ville), await portal.Given.MemberAsync(ville));
        var target = $"cible.{a.Id}@{ville.Domains[0].Domain}";
        Assert.Null(await portal.WithAsync((MovingDesk d) => d.AskAsync(a, MailAddressRule.Read(target).Address!)));
        var code = await CodeAsync(target);
        Assert.Equal(MovingRefusal.Unknown, await portal.WithAsync((MovingDesk d) => d.TryAsync(b.Id, code)));
        Assert.Null(await portal.WithAsync((MovingDesk d) => d.TryAsync(a.Id, code)));
    }

    [Fact]
    public async Task Of_two_members_who_want_one_address_at_once_one_has_it_and_nobody_loses_an_account()
    {
        var ville = await portal.Given.CollectiviteAsync();
        var target = MailAddressRule.Read($"voulue.{Guid.NewGuid():N}@{ville.Domains[0].Domain}").Address!;
        List<(Member Member, string Code)> wanting = [];
        for (var i = 0; i < 2; i++)
        {
            var member = await portal.Given.MemberAsync(ville);
            Assert.Null(await portal.WithAsync((MovingDesk d) => d.AskAsync(member, target)));
            wanting.Add((member, await CodeAsync(target.ToString())));
        }

        var answers = await Task.WhenAll(wanting.Select(w => Task.Run(() => portal.WithAsync((MovingDesk d) => d.TryAsync(w.Member.Id, w.Code)))));

        Assert.Equal([null, MovingRefusal.Taken], answers.Order());
        Assert.Equal(2, await portal.Database.WithAsync(db => db.Members.CountAsync(m => m.CollectiviteId == ville.Id)));
    }

    [Fact]
    public async Task The_same_code_typed_ten_times_at_once_moves_once()
    {
        var ville = await portal.Given.CollectiviteAsync();
        var member = await portal.Given.MemberAsync(ville);
        var target = $"unique.{member.Id}@{ville.Domains[0].Domain}";
        await portal.WithAsync((MovingDesk d) => d.AskAsync(member, MailAddressRule.Read(target).Address!));
        var code = await CodeAsync(target);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => portal.WithAsync((MovingDesk d) => d.TryAsync(member.Id, code)))));
        Assert.Single(answers, a => a is null);
        await portal.DrainAsync(100);
        Assert.Single(portal.Mail.To(member.Address));
    }

    [Fact]
    public async Task On_a_shared_domain_one_changes_to_another_body_that_holds_it_and_to_no_other()
    {
        var domain = $"partage-{Guid.NewGuid():N}"[..24] + ".fr";
        var (bourg, agglo) = (await portal.Given.CollectiviteAsync("Bourg", domains: domain), await portal.Given.CollectiviteAsync("Agglo", CollectiviteKind.Epci, domain));
        var stranger = await portal.Given.CollectiviteAsync();
        var member = await portal.Given.MemberAsync(bourg);
        await EarnAsync(member);
        using var browser = portal.Browser();
        await portal.SignInByCodeAsync(browser, member.Address);
        var form = (await browser.GetAsync("/profil/adresse")).Form("form[action*=Choose]");

        await browser.PostAsync("/profil/adresse?handler=Choose", [.. form.Fields.Where(f => f.Name != "CollectiviteId"), ("CollectiviteId", $"{stranger.Id}")]);
        Assert.Equal(bourg.Id, await BodyAsync(member));
        await form.SubmitAsync(("CollectiviteId", $"{agglo.Id}"));
        Assert.Equal(agglo.Id, await BodyAsync(member));
        Assert.Equal("/profil", (await browser.GetAsync("/profil")).Path);
        Assert.Equal(42, await portal.Database.WithAsync(db => db.PointsEntries.Where(e => e.MemberId == member.Id).SumAsync(e => e.Amount)));
    }

    private async Task<MovingRefusal?> MoveAsync(Member member, string to)
    {
        await portal.WithAsync((MovingDesk d) => d.AskAsync(member, MailAddressRule.Read(to).Address!));
        var code = await CodeAsync(to);
        return await portal.WithAsync((MovingDesk d) => d.TryAsync(member.Id, code));
    }

    private static async Task<Page> AskAsync(Browser browser, string to) =>
        await (await browser.GetAsync("/profil/adresse")).Form("form[action*=Ask]").SubmitAsync(("Address", to));

    private async Task<string> CodeAsync(string to)
    {
        await portal.DrainAsync(100);
        return portal.Mail.To(to)[^1].Code();
    }

    private async Task<string> LetterAsync(string to)
    {
        await portal.DrainAsync(100);
        return portal.Mail.To(to)[^1].Read().TextBody!;
    }

    private Task<int> BodyAsync(Member member) => portal.Database.WithAsync(db => db.Members.Where(m => m.Id == member.Id).Select(m => m.CollectiviteId).SingleAsync());

    private async Task EarnAsync(Member member)
    {
        await portal.WithAsync<Ledger, int>(async ledger =>
        {
            await ledger.EarnAsync(new Earning(member.Id, 42, PointsReason.AttendedLive, "essai"), PortalHost.Beginning);
            return 0;
        });
    }
}
