using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups;

/// <summary>The groups the reader may know, the reader's own first, by theme, territory and audience when asked.</summary>
public sealed class ListModel(GroupList groups) : PageModel
{
    [BindProperty(Name = "theme", SupportsGet = true)]
    public GroupTheme? Theme { get; set; }

    [BindProperty(Name = "territoire", SupportsGet = true)]
    public string? Territory { get; set; }

    [BindProperty(Name = "public", SupportsGet = true)]
    public PublicServices? Audience { get; set; }

    public Reader? Reader => User.Reader();

    public GroupFilter Filter { get; private set; } = new();

    public IReadOnlyList<GroupLine> Mine { get; private set; } = [];

    public IReadOnlyList<GroupLine> Others { get; private set; } = [];

    public static IEnumerable<SelectListItem> Chosen(IEnumerable<SelectListItem> choices, string? value) =>
        choices.Select(c => new SelectListItem(c.Text, c.Value, c.Value == value) { Group = c.Group });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Reader is not { } reader)
            return Challenge();
        ModelState.Clear(); // A facet nobody knows is no facet.
        Filter = new GroupFilter(Theme, Territories.Find(Territory)?.Code, Audience is PublicServices.None ? null : Audience);
        var seen = await groups.ForAsync(reader, Filter, cancellationToken);
        Mine = seen.FindAll(g => g.Role is not null);
        Others = seen.FindAll(g => g.Role is null);
        return Page();
    }
}
