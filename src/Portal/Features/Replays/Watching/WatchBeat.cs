using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Replays.Watching;

/// <summary>What the player says every few seconds: the parts it has played since.</summary>
internal sealed record WatchBeat(IReadOnlyList<PlayedPart>? Played)
{
    private const int MostParts = 30;

    public static async Task<IResult> PostAsync(
        int conferenceId, WatchBeat beat, HttpContext context, ReplayFinder replays, WatchingDesk desk, CancellationToken cancellationToken)
    {
        var reader = context.User.Reader();
        if (await replays.FindAsync(conferenceId, reader, cancellationToken) is not { Standing: ReplayStanding.Ready } sight)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        return await desk.BeatAsync(sight, reader!.MemberId, [.. (beat.Played ?? []).Take(MostParts)], cancellationToken) is { } progress
            ? Results.Json(progress)
            : Results.NotFound();
    }
}
