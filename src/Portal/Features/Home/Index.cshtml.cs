using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Points;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Home;

[AllowAnonymous]
public sealed class IndexModel(HomeReading home, LedgerReading ledger, TrainingSettings settings) : PageModel
{
    public IReadOnlyList<ConferenceCard> OpenNow { get; private set; } = [];

    public IReadOnlyList<ConferenceCard> Coming { get; private set; } = [];

    public IReadOnlyList<ConferenceCard> Replays { get; private set; } = [];

    /// <summary>Nothing comes, because no group was joined yet.</summary>
    public bool BelongsNowhere { get; private set; }

    /// <summary>Null for a visitor.</summary>
    public PointsLevel? Level { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) =>
        User.Reader() is { } reader ? ForMemberAsync(reader, cancellationToken) : ForVisitorAsync(cancellationToken);

    private async Task ForMemberAsync(Reader reader, CancellationToken cancellationToken)
    {
        (OpenNow, Coming, Replays) = await home.GlanceAsync(reader, User.Zone(), cancellationToken);
        BelongsNowhere = Coming.Count == 0 && !await home.HasGroupAsync(reader, cancellationToken);
        Level = PointsLevel.Of((await ledger.AccountAsync(reader.MemberId, cancellationToken)).Earned, settings.Points.Thresholds);
    }

    private async Task ForVisitorAsync(CancellationToken cancellationToken)
    {
        Coming = await home.PublicSessionsAsync(User.Zone(), cancellationToken);
        Replays = await home.PublicReplaysAsync(User.Zone(), cancellationToken);
    }
}
