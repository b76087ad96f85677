using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Membership;
using Training.Portal.Settings;

namespace Training.Portal.Features.Points;

/// <summary>Every line of the reader's own ledger, latest first, and the level it gives.</summary>
public sealed class MineModel(LedgerReading ledger, TrainingSettings settings) : PageModel
{
    public IReadOnlyList<PointsEntry> Entries { get; private set; } = [];

    public PointsAccount Account { get; private set; } = new();

    public PointsLevel Level { get; private set; } = PointsLevel.Of(0, []);

    public PointsSettings Settings => settings.Points;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var reader = User.Reader()!;
        Entries = await ledger.EntriesAsync(reader.MemberId, cancellationToken);
        Account = await ledger.AccountAsync(reader.MemberId, cancellationToken);
        Level = PointsLevel.Of(Account.Earned, settings.Points.Thresholds);
    }
}
