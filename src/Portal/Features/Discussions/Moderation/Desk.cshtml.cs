using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Discussions.Moderation;

/// <summary>Open reports and the log: of one group for its animators, of every group for administrators. For everyone else the page does not exist.</summary>
public sealed class DeskModel(GroupFinder groups, TrainingDb db) : PageModel
{
    private const int Shown = 200;

    public sealed record Report(int TopicId, long PostId, string Group, string Title, string Author, string Text, bool Hidden, string Reason, string Reporter, DateTimeOffset At);

    public sealed record Line(DateTimeOffset At, string By, string Group, ModerationAct Act, string Subject, string Reason);

    /// <summary>Null for every group.</summary>
    public Group? Group { get; private set; }

    public IReadOnlyList<Report> Reports { get; private set; } = [];

    public IReadOnlyList<Line> Log { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken cancellationToken)
    {
        if (slug is null ? User.Reader() is not { Administrator: true } : !await FindAsync(slug, cancellationToken))
            return NotFound();
        var id = Group?.Id;
        Reports = await db.PostReports.Where(r => r.SettledAt == null && (id == null || r.Post.Topic.GroupId == id))
            .OrderBy(r => r.ReportedAt).Take(Shown)
            .Select(r => new Report(
                r.Post.TopicId, r.PostId, r.Post.Topic.Group.Name, r.Post.Topic.Title, r.Post.Author.Name, r.Post.Text, r.Post.HiddenAt != null,
                r.Reason, r.Reporter.Name, r.ReportedAt))
            .ToListAsync(cancellationToken);
        Log = await db.ModerationEntries.Where(e => id == null || e.GroupId == id).OrderByDescending(e => e.Id).Take(Shown)
            .Select(e => new Line(e.At, e.By.Name, e.Group.Name, e.Act, e.Subject, e.Reason)).ToListAsync(cancellationToken);
        return Page();
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        Group = (await groups.FindAnimatedAsync(slug, User.Reader(), cancellationToken))?.Group;
        return Group is not null;
    }
}
