using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Recordings;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Home;

public sealed class HomeTests : IAsyncLifetime
{
    private PortalHost portal = null!;

    public async ValueTask InitializeAsync() => portal = await PortalHost.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task A_visitor_reads_the_promise_and_how_to_join()
    {
        var page = await portal.Browser().GetAsync("/");

        Assert.Equal("e-RT", page.Document.Title);
        Assert.Equal(["Des agents territoriaux forment leurs collègues, en direct."], page.Texts("h1"));
        Assert.Equal(["S’inscrire ou se connecter"], page.Texts("main a.btn-action"));
        Assert.Contains("Aucune conférence annoncée pour le moment", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_sees_title_and_date_of_open_sessions_and_nothing_else()
    {
        var trainer = await portal.Given.MemberAsync(name: "Nadia Benali");
        var collectivite = await portal.Given.CollectiviteAsync();
        var open = await portal.Given.GroupAsync("Achats");
        await portal.Given.ConferenceAsync(open, trainer, "Les seuils", PortalHost.Beginning.AddDays(2).AddHours(1), TimeSpan.FromMinutes(90));
        await portal.Given.ConferenceAsync(await portal.Given.GroupAsync("Interne", collectivite), trainer, "Secret de famille");

        var page = await portal.Browser().GetAsync("/");

        Assert.Equal(["Les seuils"], page.Texts(".conference-card h3"));
        Assert.Contains("10 h – 11 h 30, heure de Paris", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret de famille", page.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("Nadia Benali", page.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("Achats", page.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_sees_the_next_sessions_of_their_groups_and_their_own_state()
    {
        var member = await portal.Given.MemberAsync();
        var trainer = await portal.Given.MemberAsync(name: "Nadia Benali");
        var mine = await portal.Given.GroupAsync("Achats");
        await portal.Given.MembershipAsync(mine, member);
        var seat = await portal.Given.ConferenceAsync(mine, trainer, "Où j’ai une place", PortalHost.Beginning.AddDays(1));
        await portal.Given.RegistrationAsync(seat, member);
        await portal.Given.ConferenceAsync(mine, trainer, "Ouverte", PortalHost.Beginning.AddDays(2), capacity: 12);
        await portal.Given.ConferenceAsync(await portal.Given.GroupAsync("Ailleurs"), trainer, "Un autre groupe");

        var page = await (await portal.Browser().SignInAsync(member)).GetAsync("/");

        Assert.Equal(["Où j’ai une place", "Ouverte"], page.Texts(".conference-card h3"));
        Assert.Contains("Inscrit", page.Text, StringComparison.Ordinal);
        Assert.Contains("12 places restantes", page.Text, StringComparison.Ordinal);
        Assert.Contains("Avec Nadia Benali", page.Text, StringComparison.Ordinal);
        Assert.Contains("0 point, niveau 0. Encore 10 points pour le niveau 1.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_session_of_my_groups_comes_first_with_the_button_to_join()
    {
        var member = await portal.Given.MemberAsync();
        var group = await portal.Given.GroupAsync();
        await portal.Given.MembershipAsync(group, member);
        var live = await portal.Given.ConferenceAsync(group, await portal.Given.MemberAsync(), "En cours", PortalHost.Beginning, state: ConferenceState.Live);

        var page = await (await portal.Browser().SignInAsync(member)).GetAsync("/");

        Assert.Equal(["En cours"], page.Texts(".conference-card.is-live h3"));
        Assert.StartsWith("Rejoindre", page.Texts($".is-live a.btn-action[href='/conferences/{live.Id}/salle']")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_left_the_collectivite_of_a_private_group_no_longer_sees_its_sessions()
    {
        var member = await portal.Given.MemberAsync();
        var group = await portal.Given.GroupAsync("Interne", await portal.Given.CollectiviteAsync());
        await portal.Given.MembershipAsync(group, member, GroupRole.Animator);
        await portal.Given.ConferenceAsync(group, member, "Secret de famille");

        var page = await (await portal.Browser().SignInAsync(member)).GetAsync("/");

        Assert.DoesNotContain("Secret de famille", page.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replays_appear_once_published()
    {
        var member = await portal.Given.MemberAsync();
        var group = await portal.Given.GroupAsync();
        var ready = await portal.Given.ConferenceAsync(group, member, "Prête", PortalHost.Beginning.AddDays(-2), state: ConferenceState.Ended);
        var waiting = await portal.Given.ConferenceAsync(group, member, "Pas encore", PortalHost.Beginning.AddDays(-1), state: ConferenceState.Ended);
        await RecordedAsync(ready, RecordingState.Published);
        await RecordedAsync(waiting, RecordingState.Packaging);

        var page = await (await portal.Browser().SignInAsync(member)).GetAsync("/");

        Assert.Equal(["Prête"], page.Texts(".conference-card h3"));
        Assert.True(page.Has($"a[href='/conferences/{ready.Id}/replay']"));
    }

    private Task RecordedAsync(Conference conference, RecordingState state) => portal.Database.StoreAsync(new Recording
    {
        ConferenceId = conference.Id,
        State = state,
        StartedAt = conference.StartsAt,
        PublishedAt = state == RecordingState.Published ? conference.EndsAt : null,
    });
}
