using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>
/// The addresses of the feeds. Programs that read them cannot sign in: an address is open to all and holds what all may know, or carries its
/// member's token and holds what that member may know, asked anew each time. Anything else is an address that does not exist.
/// </summary>
internal static class FeedEndpoints
{
    public static void MapFeeds(this IEndpointRouteBuilder endpoints)
    {
        string[] read = ["GET", "HEAD"];
        endpoints.MapMethods("/agendas/programme.ics", read, ProgrammeAsync).AllowAnonymous();
        endpoints.MapMethods("/agendas/groupes/{slug}.ics", read, GroupAsync).AllowAnonymous();
        endpoints.MapMethods("/agendas/{token}/moi.ics", read, MineAsync).AllowAnonymous();
        endpoints.MapMethods("/agendas/{token}/programme.ics", read, HoldersProgrammeAsync).AllowAnonymous();
        endpoints.MapMethods("/agendas/{token}/groupes/{slug}.ics", read, HoldersGroupAsync).AllowAnonymous();
        endpoints.MapMethods(NewsFeed.Path, read, NewsFeed.GetAsync).AllowAnonymous();
    }

    private static Task<IResult> ProgrammeAsync(HttpContext context, FeedAnswer answer, TrainingSettings settings) =>
        answer.OfAsync(context, new FeedScope(null, ReaderZone.OfVisitors, settings.Name));

    /// <summary>Without the group's name, which visitors are not told.</summary>
    private static async Task<IResult> GroupAsync(HttpContext context, string slug, FeedAnswer answer, TrainingDb db, TrainingSettings settings)
    {
        var group = await db.Groups.Where(GroupAccess.Public).Where(g => g.Slug == slug).Select(g => (int?)g.Id).SingleOrDefaultAsync(context.RequestAborted);
        return group is { } id ? await answer.OfAsync(context, new FeedScope(null, ReaderZone.OfVisitors, settings.Name, id)) : Results.NotFound();
    }

    private static Task<IResult> MineAsync(HttpContext context, string token, FeedLinks links, FeedAnswer answer, FeedWords words) =>
        ToHolderAsync(context, token, links, answer, holder => Task.FromResult<FeedScope?>(Scope(holder, words.Mine(holder.Language)) with { Mine = true }));

    private static Task<IResult> HoldersProgrammeAsync(HttpContext context, string token, FeedLinks links, FeedAnswer answer, TrainingSettings settings) =>
        ToHolderAsync(context, token, links, answer, holder => Task.FromResult<FeedScope?>(Scope(holder, settings.Name)));

    private static Task<IResult> HoldersGroupAsync(HttpContext context, string token, string slug, FeedLinks links, FeedAnswer answer, GroupFinder groups) =>
        ToHolderAsync(context, token, links, answer, async holder => await groups.FindInsideAsync(slug, holder.Reader, context.RequestAborted) is { } sight
            ? Scope(holder, sight.Group.Name) with { GroupId = sight.Group.Id }
            : null);

    private static async Task<IResult> ToHolderAsync(
        HttpContext context, string token, FeedLinks links, FeedAnswer answer, Func<MemberStanding, Task<FeedScope?>> scope) =>
        await links.HolderAsync(token, context.RequestAborted) is { } holder && await scope(holder) is { } found
            ? await answer.OfAsync(context, found)
            : Results.NotFound();

    private static FeedScope Scope(MemberStanding holder, string name) =>
        new(holder.Reader, TimeZoneInfo.TryFindSystemTimeZoneById(holder.Zone, out var zone) ? zone : ReaderZone.OfVisitors, name);
}
