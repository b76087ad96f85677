using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Registrations.Organising;

/// <summary>Those who run the conference write to those who registered. For everyone else the page does not exist.</summary>
public sealed class MessageModel(ConferenceFinder finder, MessageDesk desk, IStringLocalizer<RegistrationsText> text) : PageModel
{
    public const int LongestSubject = 150;
    public const int LongestText = 5000;

    public ConferenceSight Sight { get; private set; } = null!;

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>To those who want a seat too.</summary>
    [BindProperty]
    public bool Waiting { get; set; }

    /// <summary>Drawn once per form.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        Key = Guid.NewGuid();
        return await FindAsync(id, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        // One line: a subject's line ends cannot become headers.
        var subject = string.Join(' ', (Subject ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var body = (Text ?? "").Trim();
        if (subject.Length is 0 or > LongestSubject)
            ModelState.AddModelError(nameof(Subject), text["MessageSubjectWrong"]);
        if (body.Length is 0 or > LongestText)
            ModelState.AddModelError(nameof(Text), text["MessageTextWrong"]);
        if (!ModelState.IsValid)
            return Page();
        var written = await desk.WriteAsync(Sight, subject, body, Waiting, Key, cancellationToken);
        TempData.Say(written switch { 0 => text["MessageSentNone"], 1 => text["MessageSentOne"], _ => text["MessageSentMany", written] });
        return Redirect($"/conferences/{id}/inscrits");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, User.Reader(), cancellationToken) is not { Trainer: true } sight)
            return false;
        Sight = sight;
        return true;
    }
}
