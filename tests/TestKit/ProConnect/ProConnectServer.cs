using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Training.TestKit.Hosts;
using Training.TestKit.Processes;

namespace Training.TestKit.ProConnect;

/// <summary>
/// A real OpenID Connect server (npm oidc-provider, the engine of ProConnect itself) set as ProConnect is: its claims, signed user information.
/// Nobody clicks there: <see cref="IdentifyAsync"/> is the browser that goes through it.
/// </summary>
public sealed class ProConnectServer : IAsyncDisposable
{
    private const string ClientId = "portail";
    private const string ClientSecret = "un-secret-d-essai-assez-long-pour-hs256";
    private const string PublicUrl = "http://localhost";
    private static readonly string Directory = Repository.PathOf("tests", "TestKit", "ProConnect", "server");
    private readonly HttpClient client;
    private ChildProcess? process;

    private ProConnectServer(int port)
    {
        Issuer = $"http://127.0.0.1:{port}";
        client = new HttpClient { BaseAddress = new Uri(Issuer) };
    }

    public string Issuer { get; }

    /// <param name="userInfoAlgorithm">How it signs the user information: RS256 or ES256.</param>
    public static async Task<ProConnectServer> StartAsync(string userInfoAlgorithm = "RS256")
    {
        if (!System.IO.Directory.Exists(Path.Combine(Directory, "node_modules")))
            throw new InvalidOperationException($"The packages of the test's OpenID Connect server are missing: run infra/test, or npm ci in {Directory}.");
        var port = Ports.Free();
        var server = new ProConnectServer(port);
        var registration = new
        {
            port,
            clientId = ClientId,
            clientSecret = ClientSecret,
            redirectUri = $"{PublicUrl}/connexion/proconnect/retour",
            signedOutUri = $"{PublicUrl}/deconnexion/proconnect",
            userInfoAlgorithm,
        };
        server.process = await ChildProcess.StartAsync(
            "oidc-provider", ["node", "server.mjs"], new Dictionary<string, string> { ["TRAINING_PROCONNECT"] = JsonSerializer.Serialize(registration) }, Directory);
        await server.process.UntilAsync(server.AnswersAsync);
        return server;
    }

    /// <summary>Opens the second door of a portal, in real time: tokens know no other.</summary>
    public void Register(PortalHostOptions options)
    {
        options.Clock = TimeProvider.System;
        options.Settings["Training:ProConnect:Issuer"] = Issuer;
        options.Settings["Training:ProConnect:ClientId"] = ClientId;
        options.Settings["Training:ProConnect:ClientSecret"] = ClientSecret;
    }

    /// <param name="people">Who exists there, by subject; each with the claims that the scopes open.</param>
    /// <param name="userInfo">How the user information is falsified: a case of <c>forged</c> in server.mjs.</param>
    /// <param name="idToken">The same for the identity token.</param>
    public async Task SetAsync(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> people, string? userInfo = null, string? idToken = null)
    {
        using var answer = await client.PutAsJsonAsync("/essais", new { people, falsify = new { userInfo, idToken } });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Follows the portal's redirection with a browser that was never there, as this subject.</summary>
    /// <returns>Where ProConnect leads back to: the portal's own address with code and state, or an error.</returns>
    public async Task<Uri> IdentifyAsync(Uri asked, string subject)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        var next = new Uri($"{asked}&login_hint={Uri.EscapeDataString(subject)}");
        while (next.Authority == new Uri(Issuer).Authority)
        {
            using var response = await browser.GetAsync(next);
            next = response.Headers.Location is { } to
                ? new Uri(next, to)
                : throw new InvalidOperationException($"{next} answers {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }

        return next;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (process is not null)
            await process.DisposeAsync();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return (await client.GetAsync("/.well-known/openid-configuration")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
