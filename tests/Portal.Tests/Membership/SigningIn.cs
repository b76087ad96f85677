using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Membership;

/// <summary>Signing in as an agent does: address, letter, code.</summary>
internal static class SigningIn
{
    public static async Task<Page> AskAsync(this Browser browser, string address, string? from = null)
    {
        var page = await browser.GetAsync(from ?? "/connexion");
        return await page.Form("form:has([name=Address])").SubmitAsync(("Address", address));
    }

    public static Task<Page> EnterAsync(this Page page, string code) => page.Form("form:has([name=Code])").SubmitAsync(("Code", code));

    /// <summary>Sends what is due, as the Scheduler does.</summary>
    public static Task<int> DrainAsync(this PortalHost portal, int most = 20) => portal.WithAsync((LetterDrain drain) => drain.DrainAsync(most));

    /// <summary>The code of the newest letter to this address that has one.</summary>
    public static async Task<string> CodeAsync(this PortalHost portal, string address)
    {
        await portal.DrainAsync();
        return portal.Mail.To(Canonical(address)).Last(letter => letter.HasCode()).Code();
    }

    /// <summary>The link of the newest letter to this address, as a path.</summary>
    public static async Task<string> LinkAsync(this PortalHost portal, string address)
    {
        await portal.DrainAsync();
        var text = portal.Mail.To(Canonical(address))[^1].Read().TextBody!;
        return new Uri(text.Split('\n').Single(line => line.Contains("/connexion/lien/", StringComparison.Ordinal)).Trim()).AbsolutePath;
    }

    private static string Canonical(string typed) => MailAddressRule.Read(typed).Address!.ToString();

    /// <summary>Another code of six digits.</summary>
    public static string Other(string code) => (code[0] == '0' ? '1' : '0') + code[1..];

    public static async Task<Page> SignInByCodeAsync(this PortalHost portal, Browser browser, string address)
    {
        var asked = await browser.AskAsync(address);
        return await asked.EnterAsync(await portal.CodeAsync(address));
    }
}
