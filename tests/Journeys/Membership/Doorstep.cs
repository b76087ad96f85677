using Microsoft.Playwright;
using Training.Journeys.MainJob;
using Training.Portal.Features.Letters;
using Training.TestKit;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Journeys.Membership;

/// <summary>A portal under a name that passkeys take (an address of numbers is none to them), and people in front of it.</summary>
internal sealed class Doorstep : IAsyncDisposable
{
    private Chromium chromium = null!;

    public PortalHost Portal { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public static async Task<Doorstep> OpenAsync(params (string Key, string Value)[] settings)
    {
        var port = Ports.Free();
        var doorstep = new Doorstep { Address = new Uri($"http://localhost:{port}/") };
        doorstep.Portal = await PortalHost.StartAsync(options =>
        {
            (options.Listen, options.Port, options.Clock) = (true, port, TimeProvider.System);
            options.Settings["Training:PublicUrl"] = doorstep.Address.GetLeftPart(UriPartial.Authority);
            foreach (var (key, value) in settings)
                options.Settings[key] = value;
        });
        doorstep.chromium = await Chromium.OpenAsync();
        return doorstep;
    }

    public async Task<Person> PersonAsync(string name, string address)
    {
        var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "fr-FR" });
        return new Person(await context.NewPageAsync(), Address, Portal.Mail, name, address);
    }

    /// <summary>The code of the newest letter, sent as the Scheduler does.</summary>
    public async Task<string> CodeAsync(string address)
    {
        await Portal.WithAsync((LetterDrain drain) => drain.DrainAsync(20));
        return Portal.Mail.To(address)[^1].Code();
    }

    /// <summary>In by the code of the mailbox, for the first time.</summary>
    public async Task SignUpAsync(Person person, string name)
    {
        await person.OpenAsync("/connexion");
        await person.Page.FillAsync("[name=Address]", person.Address);
        await person.PressAsync("form:has([name=Address]) button[type=submit]");
        await person.Page.FillAsync("[name=Code]", await CodeAsync(person.Address));
        await person.PressAsync("form:has([name=Code]) button[type=submit]");
        await person.Page.FillAsync("[name=Name]", name);
        await person.PressAsync("main form button[type=submit]");
        await Assertions.Expect(person.Page.Locator("[action='/deconnexion']").First).ToBeAttachedAsync();
    }

    /// <summary>Accessible and no wider than the screen at both widths; with TRAINING_PICTURES set, pictures of both are left there.</summary>
    public static async Task LookAsync(Person person, string name)
    {
        await person.Watch.LookAsync();
        if (Environment.GetEnvironmentVariable("TRAINING_PICTURES") is not { Length: > 0 } pictures)
            return;
        foreach (var width in new[] { 390, 1280 })
        {
            await person.Page.SetViewportSizeAsync(width, 900);
            await person.Page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"{name}-{width}.png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await Portal.DisposeAsync();
    }
}
