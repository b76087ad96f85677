using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Membership;
using Training.Portal.Settings;

namespace Training.Portal.Features.Points;

/// <summary>Every line of the reader's own ledger, latest first, and the level it gives.</summary>
public sealed class MineModel(Ledger ledger, TrainingSettings settings) : PageModel
{
    public IReadOnlyList<PointsEntry> Entries { get; private set; } = [];

    public PointsLevel Level { get; private set; } = PointsLevel.Of(0, []);

    public PointsSettings Settings => settings.Points;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var reader = User.Reader()!;
        Entries = await ledger.EntriesAsync(reader.MemberId, cancellationToken);
        Level = PointsLevel.Of(Entries.Sum(e => e.Amount), settings.Points.Levels);
    }
}
