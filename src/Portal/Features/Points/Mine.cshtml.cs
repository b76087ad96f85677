using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Membership;
using Training.Portal.Settings;

namespace Training.Portal.Features.Points;

/// <summary>Every line of the reader's own ledger, latest first, and the level it gives.</summary>
public sealed class MineModel(TrainingDb db, TrainingSettings settings) : PageModel
{
    public IReadOnlyList<PointsEntry> Entries { get; private set; } = [];

    public PointsLevel Level { get; private set; } = PointsLevel.Of(0, []);

    public PointsSettings Settings => settings.Points;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var reader = User.Reader()!;
        Entries = await db.PointsEntries.AsNoTracking().Where(e => e.MemberId == reader.MemberId)
            .OrderByDescending(e => e.EarnedAt).ThenByDescending(e => e.Id).ToListAsync(cancellationToken);
        Level = PointsLevel.Of(Entries.Sum(e => e.Amount), settings.Points.Levels);
    }
}
