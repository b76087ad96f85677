using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Membership.Moving;
using Training.Portal.Features.Membership.ProConnect;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership.Passkeys;

/// <summary>The quicker ways in of a member: passkeys, and the identities of ProConnect. A new one asks for a code received a moment ago.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class WaysModel(
    TrainingDb db, PasskeyDesk desk, CodeSending sending, TimeProvider time, TrainingSettings settings, IStringLocalizer<PasskeyText> words, IStringLocalizer<MembershipText> membership) : PageModel
{
    public const string Here = "/profil/connexion";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public int Id { get; set; }

    public Member Member { get; private set; } = null!;

    public bool Fresh { get; private set; }

    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    public IReadOnlyList<ProConnectIdentity> Identities { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostProveAsync()
    {
        await ReadAsync();
        var wait = await sending.SendAsync(HttpContext, MailAddressRule.Read(Member.Address).Address!, Here);
        return wait is { } so ? this.TooMany(so, membership, "") : LocalRedirect("/connexion/code");
    }

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        await ReadAsync();
        return Fresh ? Content(await desk.AskForNewAsync(HttpContext, Member), "application/json") : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAddAsync()
    {
        await ReadAsync();
        if (!Fresh)
            return LocalRedirect(Here);
        if (MemberName.Of(Name) is not { } name)
            return Refuse(nameof(Name), words["NameMissing"]);
        return await desk.AddAsync(HttpContext, Member, Credential ?? "", name) is { } refusal ? Refuse("", words[$"Refused_{refusal}"]) : Said("Added", name);
    }

    public async Task<IActionResult> OnPostNameAsync()
    {
        await ReadAsync();
        if (MemberName.Of(Name) is not { } name)
            return Refuse($"Name{Id}", words["NameMissing"]);
        return await desk.NameAsync(Member.Id, Id, name, HttpContext.RequestAborted) ? Said("Named", name) : NotFound();
    }

    public async Task<IActionResult> OnPostRemoveAsync() =>
        await desk.RemoveAsync(User.Reader()!.MemberId, Id, HttpContext.RequestAborted) ? Said("Removed") : NotFound();

    public async Task<IActionResult> OnPostUntieAsync()
    {
        var mine = db.ProConnectIdentities.Where(i => i.Id == Id && i.MemberId == User.Reader()!.MemberId);
        return await mine.ExecuteDeleteAsync(HttpContext.RequestAborted) == 1 ? Said("Untied") : NotFound();
    }

    private async Task ReadAsync()
    {
        Member = await db.Members.SingleAsync(m => m.Id == User.Reader()!.MemberId);
        Fresh = MovingRule.IsFresh(await SignInFlow.ProvedAtAsync(HttpContext), time.GetUtcNow(), TimeSpan.FromMinutes(settings.Membership.FreshProofMinutes));
        Passkeys = await desk.ListAsync(Member.Id, HttpContext.RequestAborted);
        Identities = await db.ProConnectIdentities.AsNoTracking().Where(i => i.MemberId == Member.Id).OrderBy(i => i.LinkedAt).ToListAsync();
    }

    private LocalRedirectResult Said(string key, params object[] with)
    {
        TempData.Say(words[key, with]);
        return LocalRedirect(Here);
    }

    private PageResult Refuse(string field, string why)
    {
        ModelState.AddModelError(field, why);
        return Page();
    }
}
