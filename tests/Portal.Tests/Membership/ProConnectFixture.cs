using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;
using Training.TestKit.ProConnect;

namespace Training.Portal.Tests.Membership;

/// <summary>A portal whose second door leads to a real OpenID Connect server.</summary>
public sealed class ProConnectFixture : PortalHost, IAsyncLifetime
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> people = [];
    private int number;

    public ProConnectServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await ProConnectServer.StartAsync();
        await StartAsync(this, Server.Register);
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Server.DisposeAsync();
    }

    ValueTask IAsyncDisposable.DisposeAsync() => DisposeAsync();

    /// <summary>A body of the register, with a domain of its own.</summary>
    public async Task<Collectivite> BodyAsync()
    {
        var one = Interlocked.Increment(ref number);
        var body = new Collectivite { Name = $"Ville {one}", Departement = "69", Siren = $"21690{one:D4}" };
        body.Domains.Add(new CollectiviteDomain { Domain = $"ville-{one}.fr" });
        await Database.StoreAsync(body);
        return body;
    }

    public static string AddressAt(Collectivite body, string who = "camille.martin") => $"{who}@{body.Domains[0].Domain}";

    public async Task<Member> MemberAsync(Collectivite of, string address, Action<Member>? but = null)
    {
        var member = new Member { Address = address, Name = "Camille Martin", CollectiviteId = of.Id, ProvedAt = TimeProvider.System.GetUtcNow(), SessionStamp = Guid.NewGuid() };
        but?.Invoke(member);
        await Database.StoreAsync(member);
        return member;
    }

    /// <summary>Somebody ProConnect knows: the establishment of this body, this address. A null drops the claim.</summary>
    /// <returns>The subject.</returns>
    public async Task<string> PersonAsync(Collectivite works, string email, string provider = "fournisseur-a", string? subject = null, params (string Claim, string? Value)[] but)
    {
        subject ??= Guid.NewGuid().ToString("N");
        var claims = new Dictionary<string, string?>
        {
            ["given_name"] = "Camille Jeanne Marie",
            ["usual_name"] = "Martin",
            ["email"] = email,
            ["siret"] = $"{works.Siren}00018",
            ["idp_id"] = provider,
        };
        foreach (var (claim, value) in but)
            claims[claim] = value;
        people[subject] = claims.Where(c => c.Value is not null).ToDictionary(c => c.Key, c => c.Value!);
        await Server.SetAsync(people);
        return subject;
    }

    public Task FalsifyAsync(string? userInfo = null, string? idToken = null) => Server.SetAsync(people, userInfo, idToken);

    /// <summary>Presses the button of the sign-in page.</summary>
    /// <returns>Where the portal sends the browser.</returns>
    public static async Task<Uri> LeaveAsync(Browser browser, string path = "/connexion/proconnect")
    {
        using var response = await browser.Client.GetAsync(new Uri(path, UriKind.Relative));
        return response.Headers.Location!;
    }

    /// <summary>Goes to ProConnect and back.</summary>
    public async Task<Page> SignInAsync(Browser browser, string subject)
    {
        var back = await Server.IdentifyAsync(await LeaveAsync(browser), subject);
        return await browser.GetAsync(back.PathAndQuery);
    }

    /// <summary>The first time: to ProConnect and back, then the code of the mailbox.</summary>
    public async Task<Page> SignInFirstAsync(Browser browser, string subject, string email) =>
        await (await SignInAsync(browser, subject)).EnterAsync(await this.CodeAsync(email));
}
