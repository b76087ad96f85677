using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Membership.Directory;

/// <summary>Profiles in words.</summary>
public sealed class DirectoryWords(IStringLocalizer<DirectoryText> text)
{
    public string Trade(Trade trade) => text[$"Trade_{trade}"];

    public IEnumerable<SelectListItem> Trades(string none) =>
        [new(none, ""), .. Enum.GetValues<Trade>().Select(t => new SelectListItem(Trade(t), t.ToString()))];

    public IEnumerable<SelectListItem> Audiences => Enum.GetValues<ProfileAudience>().Select(a => new SelectListItem(text[$"Audience_{a}"], a.ToString()));

    public static string Collectivite(DirectoryLine line) => line.Departement is { Length: > 0 } departement ? $"{line.Collectivite} ({departement})" : line.Collectivite;

    /// <summary>« Secrétaire de mairie · Finances · Pays de Bray ».</summary>
    public string Detail(DirectoryLine line) =>
        string.Join(" · ", new[] { line.Function, line.Trade is { } trade ? Trade(trade) : null, line.Territory }.Where(d => !string.IsNullOrEmpty(d)));
}
