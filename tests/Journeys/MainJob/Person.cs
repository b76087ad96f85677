using Microsoft.Playwright;
using Training.MailSink;
using Training.TestKit;
using Training.TestKit.Mail;

namespace Training.Journeys.MainJob;

/// <summary>Somebody with a professional mailbox and a browser of their own.</summary>
internal sealed class Person(IPage page, Uri portal, SmtpSink mail, string name, string address)
{
    public IPage Page => page;

    public string Address => address;

    public PageWatch Watch { get; } = new(page, portal);

    public Task OpenAsync(string path) => page.GotoAsync(new Uri(portal, path.TrimStart('/')).ToString());

    /// <summary>Opens a page and looks at it closely: accessible at both widths, nothing fetched elsewhere.</summary>
    public async Task VisitAsync(string path)
    {
        await OpenAsync(path);
        await Watch.LookAsync();
    }

    /// <summary>The first time: address, code from the letter, name.</summary>
    public async Task SignUpAsync()
    {
        await VisitAsync("/connexion");
        await page.FillAsync("[name=Address]", address);
        await PressAsync("main form button[type=submit]");
        await Watch.LookAsync();
        await page.FillAsync("[name=Code]", (await mail.LetterToAsync(address)).Code());
        await PressAsync("main form button[type=submit]");
        await Watch.LookAsync();
        await page.FillAsync("[name=Name]", name);
        await PressAsync("main form button[type=submit]");
        await Assertions.Expect(page.Locator("[action='/deconnexion'], [href='/profil']").First).ToBeAttachedAsync();
    }

    /// <summary>Presses a button or link that leads to another page, and waits for it.</summary>
    public async Task PressAsync(string selector)
    {
        await page.EvaluateAsync("window.before = true");
        await page.Locator(selector).First.ClickAsync();
        await Eventually.TrueAsync(ArrivedAsync, told: $"another page after {selector} of {page.Url}");
    }

    /// <summary>Opens the part of a form in which a field is folded.</summary>
    public Task UnfoldAsync(string field) => page.Locator($"details:has({field}) > summary").ClickAsync();

    private async Task<bool> ArrivedAsync()
    {
        try
        {
            return await page.EvaluateAsync<bool>("!window.before && document.readyState === 'complete'");
        }
        catch (PlaywrightException)
        {
            // Between two pages there is nothing to ask.
            return false;
        }
    }

    public async Task<string> TextAsync() => await page.Locator("main").InnerTextAsync();
}
