using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership.Moving;

/// <summary>A new mailbox, or another body of the same domain. Asks first for a code received in this session a moment ago.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MoveModel(
    TrainingDb db, MovingDesk desk, MemberDesk members, CodeSending sending, SignInFlow flow, TimeProvider time, TrainingSettings settings, IStringLocalizer<MembershipText> words) : PageModel
{
    private const string Here = "/profil/adresse";

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public int? CollectiviteId { get; set; }

    public Member Member { get; private set; } = null!;

    public bool Fresh { get; private set; }

    public AddressChange? Pending { get; private set; }

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await ReadAsync();
        CollectiviteId = Member.CollectiviteId;
    }

    public async Task<IActionResult> OnPostProveAsync()
    {
        await ReadAsync();
        var wait = await sending.SendAsync(HttpContext, MailAddressRule.Read(Member.Address).Address!, Here);
        return wait is { } time ? this.TooMany(time, words, "") : LocalRedirect("/connexion/code");
    }

    public async Task<IActionResult> OnPostAskAsync()
    {
        await ReadAsync();
        if (!Fresh)
            return LocalRedirect(Here);
        var reading = MailAddressRule.Read(Address);
        if (reading.Address is not { } to)
            return Refuse(nameof(Address), words[$"Address_{reading.Refusal}"]);
        return await desk.AskAsync(Member, to, HttpContext.RequestAborted) is { } refusal ? Refuse(nameof(Address), words[$"Move_{refusal}"]) : LocalRedirect(Here);
    }

    public async Task<IActionResult> OnPostCodeAsync()
    {
        await ReadAsync();
        if (!Fresh)
            return LocalRedirect(Here);
        if (CodeDigits.Of(Code) is not { } digits)
            return Refuse(nameof(Code), words["CodeMalformed"]);
        return await desk.TryAsync(Member.Id, digits, HttpContext.RequestAborted) is { } refusal ? Refuse(nameof(Code), words[$"Move_{refusal}"]) : await MovedAsync();
    }

    public async Task<IActionResult> OnPostChooseAsync()
    {
        await ReadAsync();
        if (!Fresh)
            return LocalRedirect(Here);
        return await desk.ChooseAsync(Member, CollectiviteId ?? 0, HttpContext.RequestAborted) is { } refusal ? Refuse(nameof(CollectiviteId), words[$"Move_{refusal}"]) : await MovedAsync();
    }

    /// <summary>Every other session has ended; this one goes on, unless something is still to be proved.</summary>
    private async Task<IActionResult> MovedAsync()
    {
        var member = await db.Members.AsNoTracking().SingleAsync(m => m.Id == Member.Id);
        await flow.RenewSessionAsync(HttpContext, member);
        TempData.Say(words["Moved"]);
        return LocalRedirect("/profil");
    }

    private async Task ReadAsync()
    {
        Member = await db.Members.SingleAsync(m => m.Id == User.Reader()!.MemberId);
        Fresh = MovingRule.IsFresh(await SignInFlow.ProvedAtAsync(HttpContext), time.GetUtcNow(), TimeSpan.FromMinutes(settings.Membership.FreshProofMinutes));
        Pending = await desk.PendingAsync(Member.Id);
        var decision = await members.DecideAsync(MailAddressRule.Read(Member.Address).Address!);
        Choices = [.. decision.Choices.Select(c => new SelectListItem(c.Told(), c.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
    }

    private PageResult Refuse(string field, string why)
    {
        ModelState.AddModelError(field, why);
        return Page();
    }
}
