namespace Training.Portal.Features.Replays;

public static class ReplaysFeature
{
    public static void AddReplays(this IServiceCollection services)
    {
        // Filled by this subject.
    }

    public static void MapReplays(this IEndpointRouteBuilder endpoints)
    {
        // Playlist, segments, manifest.
    }
}
