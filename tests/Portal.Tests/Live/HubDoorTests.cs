using System.Net;
using System.Net.WebSockets;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Live;

/// <summary>Who reaches the hub at all: checks 15, 16, 19 of the list, each with an entitled control.</summary>
public sealed class HubDoorTests(LiveStage stage) : IClassFixture<LiveStage>
{
    [Fact]
    public async Task A_stranger_is_answered_as_if_the_room_did_not_exist_and_a_member_of_the_collectivite_enters()
    {
        var (conference, insider) = await PrivateAsync();
        var stranger = await stage.Given.MemberAsync();

        Assert.Equal(HttpStatusCode.NotFound, await NegotiateAsync(stranger, $"conference={conference.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await NegotiateAsync(stranger, "conference=999999"));
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(insider, $"conference={conference.Id}"));
    }

    [Fact]
    public async Task A_stranger_gets_no_page_of_the_room_either()
    {
        var (conference, insider) = await PrivateAsync();
        var stranger = await stage.Given.MemberAsync();

        Assert.Equal(HttpStatusCode.NotFound, await PageAsync(stranger, conference.Id));
        Assert.Equal(HttpStatusCode.NotFound, await PageAsync(stranger, 999_999));
        Assert.Equal(HttpStatusCode.OK, await PageAsync(insider, conference.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("conference=")]
    [InlineData("conference=-1")]
    [InlineData("conference=1e3")]
    [InlineData("conference={0}&conference={0}")]
    [InlineData("conference={0}%00")]
    public async Task A_malformed_address_leads_nowhere(string query)
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();

        Assert.Equal(HttpStatusCode.NotFound, await NegotiateAsync(trainer, query.Replace("{0}", $"{conference.Id}", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(trainer, $"conference={conference.Id}"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("https://evil.test")]
    [InlineData("https://127.0.0.1")]
    [InlineData("http://127.0.0.1.evil.test")]
    public async Task Another_site_cannot_use_the_session_neither_to_negotiate_nor_by_web_socket(string? origin)
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();

        Assert.Equal(HttpStatusCode.NotFound, await NegotiateAsync(trainer, $"conference={conference.Id}", origin));
        Assert.Equal(HttpStatusCode.NotFound, await SocketAsync(trainer, conference.Id, origin));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await SocketAsync(trainer, conference.Id, Own));
    }

    [Fact]
    public async Task A_poll_without_origin_must_say_that_it_comes_from_our_page()
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();

        Assert.Equal(HttpStatusCode.NotFound, await PollAsync(trainer, conference.Id, "cross-site"));
        // Not a known connection, but past the door.
        Assert.NotEqual("", await PollBodyAsync(trainer, conference.Id, "same-origin"));
    }

    [Fact]
    public async Task A_visitor_is_not_let_to_the_hub()
    {
        var (conference, _) = await stage.OpenConferenceAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var request = Negotiation($"conference={conference.Id}", Own);
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        using var answer = await client.SendAsync(request);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Redirect });
    }

    private string Own => stage.Address.GetLeftPart(UriPartial.Authority);

    private async Task<(Conference Conference, Member Insider)> PrivateAsync()
    {
        var collectivite = await stage.Given.CollectiviteAsync();
        var insider = await stage.Given.MemberAsync(collectivite);
        var group = await stage.Given.GroupAsync(privateTo: collectivite);
        var conference = await stage.Given.ConferenceAsync(group, insider, startsAt: TimeProvider.System.GetUtcNow(), state: ConferenceState.DoorsOpen);
        return (conference, insider);
    }

    private HttpRequestMessage Negotiation(string query, string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(stage.Address, $"hub/salle/negotiate?negotiateVersion=1&{query}"));
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return request;
    }

    private Task<HttpStatusCode> NegotiateAsync(Member member, string query) => NegotiateAsync(member, query, Own);

    private async Task<HttpStatusCode> NegotiateAsync(Member member, string query, string? origin)
    {
        using var client = await ClientAsync(member);
        using var request = Negotiation(query, origin);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> PageAsync(Member member, int conference)
    {
        using var client = await ClientAsync(member);
        using var answer = await client.GetAsync(new Uri(stage.Address, $"conferences/{conference}/salle"));
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> SocketAsync(Member member, int conference, string? origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.Cookies = new CookieContainer();
        socket.Options.Cookies.Add(stage.Address, await stage.CookieAsync(member));
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            await socket.ConnectAsync(new Uri($"ws://{stage.Address.Authority}/hub/salle?conference={conference}"), CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return socket.HttpStatusCode;
    }

    private async Task<HttpStatusCode> PollAsync(Member member, int conference, string site)
    {
        using var answer = await PollAnswerAsync(member, conference, site);
        return answer.StatusCode;
    }

    private async Task<string> PollBodyAsync(Member member, int conference, string site)
    {
        using var answer = await PollAnswerAsync(member, conference, site);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> PollAnswerAsync(Member member, int conference, string site)
    {
        using var client = await ClientAsync(member);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(stage.Address, $"hub/salle?conference={conference}&id=made-up"));
        request.Headers.Add("Sec-Fetch-Site", site);
        return await client.SendAsync(request);
    }

    private async Task<HttpClient> ClientAsync(Member member)
    {
        var cookies = new CookieContainer();
        cookies.Add(stage.Address, await stage.CookieAsync(member));
        return new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false });
    }
}
