using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Membership.Register;
using Training.Portal.Features.Membership.WayIn;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Membership.Referents;

/// <summary>The house of a collectivité: who asks to come in, who is in, which domains it holds.</summary>
public sealed class AgentsModel(CollectiviteAccess access, ReferentDesk desk, AgentReading reading, TrainingDb db, IStringLocalizer<RegisterText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public Collectivite Collectivite { get; private set; } = null!;

    public IReadOnlyList<AgentLine> Agents { get; private set; } = [];

    public IReadOnlyList<AdmissionRequest> Requests { get; private set; } = [];

    public ILookup<int, DomainChange> History { get; private set; } = Array.Empty<DomainChange>().ToLookup(c => c.CollectiviteDomainId);

    /// <summary>Official addresses, one a line.</summary>
    [BindProperty(Name = "contact")]
    public string? Contacts { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await EnterAsync(cancellationToken))
            return NotFound();
        Contacts = string.Join('\n', Collectivite.ContactAddresses);
        return await ShowAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostDecideAsync(Guid request, bool admit, CancellationToken cancellationToken) =>
        ActAsync(() => desk.DecideAsync(Collectivite, request, admit, User.Reader()!, cancellationToken), admit ? "SaidAdmitted" : "SaidRefused", cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(int member, CancellationToken cancellationToken) =>
        ActAsync(() => desk.RemoveAsync(Collectivite, member, cancellationToken), "SaidRemoved", cancellationToken);

    public Task<IActionResult> OnPostNameAsync(int member, bool referent, CancellationToken cancellationToken) =>
        ActAsync(() => desk.NameAsync(Collectivite, member, referent, cancellationToken), referent ? "SaidNamed" : "SaidUnnamed", cancellationToken);

    public Task<IActionResult> OnPostJudgeAsync(int domain, DomainState state, CancellationToken cancellationToken) =>
        ActAsync(() => desk.JudgeAsync(Collectivite, domain, state, User.Reader()!, cancellationToken), "SaidJudged", cancellationToken);

    /// <summary>Only administrators say which mailboxes are official: they admit.</summary>
    public async Task<IActionResult> OnPostContactAsync(CancellationToken cancellationToken)
    {
        if (User.Reader() is not { Administrator: true } || !await EnterAsync(cancellationToken))
            return NotFound();
        if (ContactList.Read(Contacts) is not { } addresses)
        {
            ModelState.AddModelError("contact", text["ContactMalformed", ContactList.Most]);
            return await ShowAsync(cancellationToken);
        }

        await db.Collectivites.Where(c => c.Id == Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.ContactAddresses, addresses), cancellationToken);
        TempData.Say(text["SaidContact"]);
        return Redirect($"/collectivites/{Id}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Agents = await reading.AgentsAsync(Collectivite, cancellationToken);
        Requests = await reading.RequestsAsync(Collectivite, cancellationToken);
        History = await reading.HistoryAsync(Collectivite, cancellationToken);
        return Page();
    }

    private async Task<IActionResult> ActAsync(Func<Task<bool>> act, string said, CancellationToken cancellationToken)
    {
        if (!await EnterAsync(cancellationToken))
            return NotFound();
        if (ModelState.IsValid && await act())
            TempData.Say(text[said]);
        else
            TempData.Warn(text["SaidNothing"]);
        return Redirect($"/collectivites/{Id}");
    }

    private async Task<bool> EnterAsync(CancellationToken cancellationToken)
    {
        if (await access.FindAsync(Id, User.Reader(), cancellationToken) is not { } collectivite)
            return false;
        Collectivite = collectivite;
        return true;
    }
}
