using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations.Questions;
using Training.Portal.Features.Shared;
using Training.Portal.Features.Shared.Sheets;

namespace Training.Portal.Features.Registrations.Organising;

/// <summary>Who has a seat, who wants one, and what they answered, for those who run the conference. For everyone else the page does not exist.</summary>
public sealed class RegistrantsModel(
    ConferenceFinder finder, RegistrantReading reading, RegistrantWords words, ApprovalDesk approvals, IStringLocalizer<RegistrationsText> text) : PageModel
{
    public ConferenceSight Sight { get; private set; } = null!;

    /// <summary>Everybody, whatever is filtered.</summary>
    public IReadOnlyList<RegistrantLine> All { get; private set; } = [];

    public IReadOnlyList<RegistrantLine> Registrants { get; private set; } = [];

    public IReadOnlyList<ConferenceQuestion> Questions { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public RegistrantState? Etat { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Collectivite { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Question { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Reponse { get; set; }

    public bool Filtered => Etat is not null || Collectivite is not null || Question is not null;

    public IEnumerable<RegistrantLine> Requests => All.Where(l => l.State == RegistrantState.Requested);

    /// <summary>The reason typed for declining one, when it could not be sent.</summary>
    public (int Candidacy, string? Reason)? Refused { get; private set; }

    public int Seats => All.Count(l => l.State == RegistrantState.Seated);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnGetCsvAsync(int id, CancellationToken cancellationToken) =>
        FileAsync(id, CsvSheet.Write, CsvSheet.ContentType, "csv", cancellationToken);

    public Task<IActionResult> OnGetXlsxAsync(int id, CancellationToken cancellationToken) =>
        FileAsync(id, XlsxSheet.Write, XlsxSheet.ContentType, "xlsx", cancellationToken);

    public async Task<IActionResult> OnPostApproveAsync(int id, int candidacy, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Answered(id, await approvals.ApproveAsync(Sight, candidacy, cancellationToken), "Approved") : NotFound();

    public async Task<IActionResult> OnPostDeclineAsync(int id, int candidacy, string? reason, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        if (reason?.Trim() is not { Length: > 0 and <= ApprovalDesk.LongestReason } told)
            return Refuse(candidacy, reason);
        return Answered(id, await approvals.DeclineAsync(Sight, candidacy, told, cancellationToken), "DeclinedDone");
    }

    /// <summary>What was typed stays in the form.</summary>
    private PageResult Refuse(int candidacy, string? reason)
    {
        Refused = (candidacy, reason);
        ModelState.AddModelError($"reason-{candidacy}", text["ReasonMissing"]);
        return Page();
    }

    private RedirectResult Answered(int id, ApprovalRefusal? refusal, string done)
    {
        if (refusal is { } why)
            TempData.Warn(text[$"Approval_{why}"]);
        else
            TempData.Say(text[done]);
        return Redirect($"/conferences/{id}/inscrits");
    }

    private async Task<IActionResult> FileAsync(int id, Func<Sheet, byte[]> write, string type, string extension, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        return File(write(words.Sheet(Sight.Conference.Title, Registrants, Questions, User.Zone())), type, $"inscrits-{id}.{extension}");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, User.Reader(), cancellationToken) is not { Trainer: true } sight)
            return false;
        Sight = sight;
        Questions = await reading.QuestionsAsync(id, cancellationToken);
        All = await reading.OfAsync(id, cancellationToken);
        Registrants = [.. All.Where(new RegistrantFilter(Etat, Collectivite, Question, Reponse).Matches)];
        return true;
    }
}
