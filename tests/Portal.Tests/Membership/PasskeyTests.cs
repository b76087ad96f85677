using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Membership.Passkeys;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Membership;

/// <summary>A passkey opens a session quickly, wakes nobody, and believes no copy.</summary>
public sealed class PasskeyTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Ways = "/profil/connexion";

    [Fact]
    public async Task A_member_adds_a_passkey_and_comes_back_with_it_without_a_letter()
    {
        var member = await portal.Given.MemberAsync();
        using var device = await AddedAsync(member);
        var letters = await portal.Database.WithAsync(db => db.Letters.CountAsync());
        using var browser = portal.Browser();

        Assert.Equal("/", (await SignInAsync(browser, device)).Path);

        Assert.Contains(member.Address, (await browser.GetAsync("/profil")).Text, StringComparison.Ordinal);
        Assert.Equal(letters, await portal.Database.WithAsync(db => db.Letters.CountAsync()));
        var listed = await browser.GetAsync(Ways);
        Assert.Contains("Ordinateur du bureau", listed.Text, StringComparison.Ordinal);
        Assert.Contains("recevez un code", listed.Text, StringComparison.Ordinal);
        Assert.False(listed.Has("[data-passkey=create]"));
    }

    [Fact]
    public async Task The_owner_s_mailbox_is_told_of_a_key_that_was_added_whoever_added_it_and_of_none_that_was_refused()
    {
        var member = await portal.Given.MemberAsync();
        using var lying = new SoftAuthenticator { Origin = "http://localhost.evil.com" };
        await AddAsync(member, lying);
        Assert.Equal(0, await ToldAsync(member));
        using var device = await AddedAsync(member);
        Assert.Equal(1, await ToldAsync(member));

        while (await portal.DrainAsync(100) > 0)
        {
        }

        var letter = portal.Mail.To(member.Address).Single(l => !l.HasCode());
        Assert.Contains("Ordinateur du bureau", letter.Read().TextBody, StringComparison.Ordinal);
        Assert.Contains("/profil/connexion", letter.Read().TextBody, StringComparison.Ordinal);
        Assert.True(string.IsNullOrEmpty(letter.Header("List-Unsubscribe")));
    }

    [Fact]
    public async Task The_page_asked_for_is_found_again()
    {
        using var device = await AddedAsync(await portal.Given.MemberAsync());
        using var browser = portal.Browser();
        var (form, asked) = await AskedAsync(browser, "/connexion?retour=%2Fprofil");
        Assert.Equal("/profil", (await form.SubmitAsync(("Credential", device.Use(asked)))).Path);
    }

    [Fact]
    public async Task Only_a_session_that_has_just_received_a_code_adds_a_passkey()
    {
        var member = await portal.Given.MemberAsync();
        using var stolen = await portal.Browser().SignInAsync(member);
        var fields = (await stolen.GetAsync(Ways)).Form("form[action*=Prove]").Fields;
        Assert.Equal(HttpStatusCode.Forbidden, (await stolen.PostAsync($"{Ways}?handler=Options", fields)).Status);
        await stolen.PostAsync($"{Ways}?handler=Add", [.. fields, ("Name", "Clé"), ("Credential", "{}")]);
        Assert.Equal(0, await CountAsync(member));

        using var device = await AddedAsync(member);
        Assert.Equal(1, await CountAsync(member));
    }

    [Fact]
    public async Task A_passkey_of_another_site_or_unlocked_by_nobody_is_neither_added_nor_believed()
    {
        var member = await portal.Given.MemberAsync();
        foreach (var lie in Lies)
        {
            using var lying = new SoftAuthenticator();
            lie(lying);
            Assert.Contains("n’a pas pu être vérifiée", (await AddAsync(member, lying)).Text, StringComparison.Ordinal);
        }

        Assert.Equal(0, await CountAsync(member));
        using var device = await AddedAsync(member);
        foreach (var lie in Lies)
        {
            using var honest = new SoftAuthenticator();
            lie(device);
            await RefusedAsync(device);
            (device.Origin, device.Site, device.Flags) = (honest.Origin, honest.Site, honest.Flags);
        }

        Assert.Equal("/", (await SignInAsync(portal.Browser(), device)).Path);
    }

    [Fact]
    public async Task An_answer_serves_once_and_only_for_its_own_question()
    {
        using var device = await AddedAsync(await portal.Given.MemberAsync());
        using var browser = portal.Browser();
        var (form, asked) = await AskedAsync(browser);
        var answer = device.Use(asked);
        var cookie = browser.Cookies.GetAllCookies().Single(c => c.Name == PasskeyQuestions.Cookie).Value;
        Assert.Equal("/", (await form.SubmitAsync(("Credential", answer))).Path);

        using var thief = portal.Browser();
        var (theirs, _) = await AskedAsync(thief);
        Assert.Contains("n’a pas pu être vérifiée", (await theirs.SubmitAsync(("Credential", answer))).Content, StringComparison.Ordinal);
        thief.Cookies.Add(portal.Address, new Cookie(PasskeyQuestions.Cookie, cookie));
        Assert.Contains("Recommencez", (await theirs.SubmitAsync(("Credential", answer))).Content, StringComparison.Ordinal);
        Assert.StartsWith("/connexion?", (await thief.GetAsync("/profil")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_too_old_after_five_minutes()
    {
        using var device = await AddedAsync(await portal.Given.MemberAsync());
        using var browser = portal.Browser();
        var (form, asked) = await AskedAsync(browser);
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Contains("Recommencez", (await form.SubmitAsync(("Credential", device.Use(asked)))).Content, StringComparison.Ordinal);
        Assert.Equal("/", (await SignInAsync(browser, device)).Path);
    }

    [Fact]
    public async Task A_counter_that_does_not_advance_betrays_a_copy()
    {
        using var device = await AddedAsync(await portal.Given.MemberAsync());
        device.Counter = 5;
        Assert.Equal("/", (await SignInAsync(portal.Browser(), device)).Path);
        await RefusedAsync(device);
        device.Counter = 4;
        await RefusedAsync(device);
        device.Counter = 6;
        Assert.Equal("/", (await SignInAsync(portal.Browser(), device)).Path);
    }

    [Fact]
    public async Task Another_device_or_another_s_handle_is_not_believed()
    {
        var (member, other) = (await portal.Given.MemberAsync(), await portal.Given.MemberAsync());
        using var device = await AddedAsync(member);
        using var others = await AddedAsync(other);
        using var impostor = device.Impostor();
        await RefusedAsync(impostor);
        var own = device.UserHandle;
        device.UserHandle = others.UserHandle;
        await RefusedAsync(device);
        device.UserHandle = own;
        Assert.Equal("/", (await SignInAsync(portal.Browser(), device)).Path);
    }

    [Fact]
    public async Task A_removed_passkey_opens_nothing_and_only_its_owner_removes_or_names_it()
    {
        var member = await portal.Given.MemberAsync();
        using var device = await AddedAsync(member);
        var key = await portal.Database.WithAsync(db => db.Passkeys.SingleAsync(p => p.MemberId == member.Id));
        using var stranger = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        var fields = (await stranger.GetAsync(Ways)).Form("form[action*=Prove]").Fields;
        foreach (var handler in new[] { "Remove", "Name" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{Ways}?handler={handler}", [.. fields, ("Id", $"{key.Id}"), ("Name", "À moi")])).Status);

        using var own = await portal.Browser().SignInAsync(member);
        var named = await (await own.GetAsync(Ways)).Form("form[action*='handler=Name']").SubmitAsync(("Name", "Téléphone"));
        Assert.Contains("Téléphone", named.Text, StringComparison.Ordinal);
        Assert.Equal("/", (await SignInAsync(portal.Browser(), device)).Path);
        await named.Form("form[action*='handler=Remove']").SubmitAsync();
        await RefusedAsync(device);
    }

    [Fact]
    public async Task A_sleeping_membership_is_not_woken_by_a_passkey_and_the_mailbox_is_asked_for_its_code()
    {
        var member = await portal.Given.MemberAsync();
        using var device = await AddedAsync(member);
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.ProvedAt, portal.Clock.GetUtcNow().AddMonths(-12))));
        using var browser = portal.Browser();

        var asked = await SignInAsync(browser, device);
        Assert.Equal("/connexion/code", asked.Path);
        Assert.Contains("n’a pas été vérifiée depuis longtemps", asked.Text, StringComparison.Ordinal);
        Assert.StartsWith("/connexion?", (await browser.GetAsync("/profil")).Path, StringComparison.Ordinal);

        Assert.Equal("/", (await asked.EnterAsync(await portal.CodeAsync(member.Address))).Path);
        Assert.Equal("/", (await SignInAsync(portal.Browser(), device)).Path);
    }

    [Fact]
    public async Task An_agent_removed_by_a_referent_does_not_come_in_by_passkey()
    {
        var member = await portal.Given.MemberAsync();
        using var device = await AddedAsync(member);
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.RemovedAt, portal.Clock.GetUtcNow())));
        using var browser = portal.Browser();
        Assert.Equal("/connexion/code", (await SignInAsync(browser, device)).Path);
        Assert.StartsWith("/connexion?", (await browser.GetAsync("/profil")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_question_tells_nobody_who_has_a_passkey()
    {
        using var device = await AddedAsync(await portal.Given.MemberAsync());
        using var browser = portal.Browser();
        var (_, asked) = await AskedAsync(browser);
        Assert.Equal("localhost", asked["rpId"]!.GetValue<string>());
        Assert.Equal("required", asked["userVerification"]!.GetValue<string>());
        Assert.True(asked["allowCredentials"] is null or JsonArray { Count: 0 });
    }

    private Task<int> ToldAsync(Member member) =>
        portal.Database.WithAsync(db => db.Letters.CountAsync(l => l.Kind == LetterKind.PasskeyAdded && l.To == member.Address));

    private static Action<SoftAuthenticator>[] Lies =>
    [
        device => device.Origin = "http://localhost.evil.com",
        device => device.Origin = "https://localhost",
        device => device.Site = "evil.com",
        device => device.Flags = 0x01,
        device => device.Flags = 0x04,
    ];

    private async Task<SoftAuthenticator> AddedAsync(Member member)
    {
        var device = new SoftAuthenticator();
        var added = await AddAsync(member, device);
        Assert.Contains("Ordinateur du bureau", added.Text, StringComparison.Ordinal);
        return device;
    }

    private async Task<Page> AddAsync(Member member, SoftAuthenticator device)
    {
        using var browser = await portal.Browser().SignInAsync(member);
        var page = await browser.GetAsync(Ways);
        portal.Clock.Advance(TimeSpan.FromMinutes(11)); // So that codes may be asked for again.
        var code = await page.Form("form[action*=Prove]").SubmitAsync();
        await code.EnterAsync(await portal.CodeAsync(member.Address));
        var form = (await browser.GetAsync(Ways)).Form("[data-passkey=create]");
        var asked = JsonNode.Parse((await browser.PostAsync($"{Ways}?handler=Options", form.Fields)).Content)!;
        return await form.SubmitAsync(("Name", "Ordinateur du bureau"), ("Credential", device.Make(asked)));
    }

    private static async Task<(Form Form, JsonNode Asked)> AskedAsync(Browser browser, string from = "/connexion")
    {
        var form = (await browser.GetAsync(from)).Form("[data-passkey=get]");
        return (form, JsonNode.Parse((await browser.PostAsync("/connexion/cle?handler=Options", form.Fields)).Content)!);
    }

    private static async Task<Page> SignInAsync(Browser browser, SoftAuthenticator device)
    {
        var (form, asked) = await AskedAsync(browser);
        return await form.SubmitAsync(("Credential", device.Use(asked)));
    }

    private async Task RefusedAsync(SoftAuthenticator device)
    {
        using var browser = portal.Browser();
        var refused = await SignInAsync(browser, device);
        Assert.Equal("/connexion", refused.Path);
        Assert.Contains("n’a pas pu être vérifiée", refused.Content, StringComparison.Ordinal);
        Assert.StartsWith("/connexion?", (await browser.GetAsync("/profil")).Path, StringComparison.Ordinal);
    }

    private Task<int> CountAsync(Member member) => portal.Database.WithAsync(db => db.Passkeys.CountAsync(p => p.MemberId == member.Id));
}
