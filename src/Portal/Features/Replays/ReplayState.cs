using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Replays;

/// <summary>What the waiting page asks for every few seconds.</summary>
/// <param name="Standing">Name of the <see cref="ReplayStanding"/>.</param>
/// <param name="Percent">How far its packaging is, 0 to 100.</param>
internal sealed record ReplayState(string Standing, int Percent)
{
    public static async Task<IResult> GetAsync(int conferenceId, HttpContext context, ReplayFinder replays, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await replays.FindAsync(conferenceId, context.User.Reader(), cancellationToken) is { } sight
            ? Results.Json(new ReplayState(sight.Standing.ToString(), sight.Recording?.Percent ?? 0))
            : Results.NotFound();
    }
}
