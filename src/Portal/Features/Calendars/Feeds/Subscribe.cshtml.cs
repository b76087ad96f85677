using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>A feed as the page offers it.</summary>
/// <param name="Shared">Anyone may take it: it holds no more than a visitor may know.</param>
public sealed record FeedChoice(string Id, string Label, string Address, bool Shared);

/// <summary>The addresses by which calendar programs and news readers follow the conferences, and how one gives them such an address.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SubscribeModel(FeedLinks links, TrainingDb db, TrainingSettings settings, IStringLocalizer<FeedsText> text) : PageModel
{
    /// <summary>Of the group one comes from.</summary>
    [BindProperty(Name = "groupe", SupportsGet = true)]
    public string? Slug { get; set; }

    public bool Visitor => User.Reader() is null;

    /// <summary>Null before the member asked for one.</summary>
    public string? Token { get; private set; }

    public IReadOnlyList<FeedChoice> Groups { get; private set; } = [];

    public string News => settings.PublicUrl + NewsFeed.Path;

    public FeedChoice Programme => new("programme-public", text["ProgrammeLabel"], Address("programme.ics"), Shared: true);

    public IReadOnlyList<FeedChoice> Own => Token is null ? [] :
    [
        new("moi", text["MineLabel"], Address($"{Token}/moi.ics"), Shared: false),
        new("tout", text["AllLabel"], Address($"{Token}/programme.ics"), Shared: false),
    ];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (User.Reader() is not { } reader)
            return;
        Token = await links.TokenOfAsync(reader.MemberId, cancellationToken);
        Groups = await GroupsAsync(reader, cancellationToken);
    }

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken cancellationToken)
    {
        if (User.Reader() is not { } reader)
            return Challenge();
        var first = await links.TokenOfAsync(reader.MemberId, cancellationToken) is null;
        await links.RenewAsync(reader.MemberId, cancellationToken);
        TempData.Say(text[first ? "Made" : "Renewed"]);
        return Redirect("/agenda");
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellationToken)
    {
        if (User.Reader() is not { } reader)
            return Challenge();
        await links.RevokeAsync(reader.MemberId, cancellationToken);
        TempData.Say(text["Revoked"]);
        return Redirect("/agenda");
    }

    /// <summary>How calendar programs of a computer or telephone are called at once.</summary>
    public static string Opening(string address) => $"webcal://{address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..]}";

    /// <summary>Those the member has joined, and the one the page was asked for. What is not open to all needs the member's token.</summary>
    private async Task<IReadOnlyList<FeedChoice>> GroupsAsync(Reader reader, CancellationToken cancellationToken)
    {
        var inside = await db.Groups.Where(GroupAccess.EnteredBy(reader))
            .Where(g => g.Memberships.Any(m => m.MemberId == reader.MemberId) || g.Slug == Slug)
            .OrderByDescending(g => g.Slug == Slug).ThenBy(g => g.Name).ToListAsync(cancellationToken);
        return [.. inside.Where(g => GroupAccess.IsPublic(g) || Token is not null).Select(Choice)];
    }

    private FeedChoice Choice(Group group) => new(
        $"groupe-{group.Slug}", group.Name, Address(GroupAccess.IsPublic(group) ? $"groupes/{group.Slug}.ics" : $"{Token}/groupes/{group.Slug}.ics"),
        GroupAccess.IsPublic(group));

    private string Address(string path) => $"{settings.PublicUrl}/agendas/{path}";
}
