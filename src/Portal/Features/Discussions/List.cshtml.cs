using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Discussions;

/// <summary>The topics of one group.</summary>
public sealed class ListModel(GroupFinder groups, TopicList topics) : PageModel
{
    public GroupSight Sight { get; private set; } = null!;

    public IReadOnlyList<TopicLine> Topics { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public bool More { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "page-n")] int? number, CancellationToken cancellationToken)
    {
        if (await groups.FindInsideAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        (Sight, Number) = (sight, Math.Clamp(number ?? 1, 1, 100_000));
        (Topics, More) = await topics.OfAsync(sight, Number, cancellationToken: cancellationToken);
        return Page();
    }
}
