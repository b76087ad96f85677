using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Points;

/// <summary>Every line of the reader's own ledger, latest first, and the level it gives.</summary>
public sealed class MineModel(LedgerReading ledger, Contributors contributors, TrainingSettings settings, IStringLocalizer<PointsText> text) : PageModel
{
    public LinesPage Lines { get; private set; } = new([], [], false);

    public PointsAccount Account { get; private set; } = new();

    public PointsLevel Level { get; private set; } = PointsLevel.Of(0, []);

    public PointsSettings Settings => settings.Points;

    public async Task OnGetAsync([FromQuery(Name = "avant")] long? before, CancellationToken cancellationToken)
    {
        var reader = User.Reader()!;
        Lines = await ledger.PageAsync(reader.MemberId, before, cancellationToken);
        Account = await ledger.AccountAsync(reader.MemberId, cancellationToken);
        Level = PointsLevel.Of(Account.Earned, settings.Points.Thresholds);
    }

    /// <summary>Whether the reader may be shown among the contributors of the month; asked in the profile.</summary>
    public async Task<IActionResult> OnPostContributorsAsync(bool shown, CancellationToken cancellationToken)
    {
        await contributors.ShowAsync(User.Reader()!.MemberId, shown, cancellationToken);
        TempData.Say(text[shown ? "ChoiceSavedShown" : "ChoiceSavedHidden"]);
        return Redirect("/profil");
    }
}
