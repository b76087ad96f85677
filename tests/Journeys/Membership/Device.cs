using Microsoft.Playwright;

namespace Training.Journeys.Membership;

/// <summary>Chromium's own make-believe device that holds passkeys.</summary>
internal sealed class Device
{
    private readonly ICDPSession session;
    private readonly string id;

    private Device(ICDPSession session, string id) => (this.session, this.id) = (session, id);

    public static async Task<Device> AddAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        return new Device(session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether it takes whoever touches it for its owner.</summary>
    public Task RecognisesAsync(bool owner) => session.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = owner });
}
