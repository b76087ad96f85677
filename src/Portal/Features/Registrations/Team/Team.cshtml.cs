using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups.Invitations;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Registrations.Team;

/// <summary>An agent asks for seats for colleagues of the same collectivité, who confirm by mail.</summary>
public sealed class TeamModel(ConferenceFinder finder, TeamDesk desk, IStringLocalizer<RegistrationsText> text) : PageModel
{
    public ConferenceSight Sight { get; private set; } = null!;

    public TeamFacts Facts { get; private set; } = null!;

    [BindProperty]
    public string? Addresses { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        var list = AddressList.Read(Addresses);
        if (list.Rejected.Count > 0)
            ModelState.AddModelError(nameof(Addresses), text["Team_Unreadable", list.Rejected[0].Text]);
        else if (await desk.ProposeAsync(Sight, list.Addresses, cancellationToken) is { } refusal)
            ModelState.AddModelError(nameof(Addresses), Told(refusal, list.Addresses));
        if (!ModelState.IsValid)
            return Page();
        TempData.Say(list.Addresses.Count == 1 ? text["TeamDoneOne"] : text["TeamDoneMany", list.Addresses.Count]);
        return Redirect($"/conferences/{id}");
    }

    private string Told(TeamRefusal refusal, IReadOnlyList<string> addresses) => refusal switch
    {
        TeamRefusal.OtherDomain => text["Team_OtherDomain", addresses.First(a => !TeamRule.IsColleague(a, Facts.Domains)), string.Join(", ", Facts.Domains.Order().Take(5))],
        TeamRefusal.TooMany => text["Team_TooMany", Facts.Most, Facts.Proposed],
        _ => text[$"Team_{refusal}"],
    };

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, User.Reader(), cancellationToken) is not { } sight || await desk.FactsAsync(sight, cancellationToken) is not { } facts)
            return false;
        (Sight, Facts) = (sight, facts);
        return TeamRule.IsPossible(facts.Seat);
    }
}
