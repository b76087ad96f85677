using Training.Portal.Features.Replays.Watching;

namespace Training.Portal.Features.Replays;

public static class ReplaysFeature
{
    public static void AddReplays(this IServiceCollection services)
    {
        services.AddScoped<ReplayFinder>();
        services.AddScoped<ReplayScreening>();
        services.AddScoped<WatchingDesk>();
        services.AddSingleton<ReplayWords>();
    }

    public static void MapReplays(this IEndpointRouteBuilder endpoints)
    {
        string[] read = ["GET", "HEAD"];
        endpoints.MapMethods("/conferences/{conferenceId:int}/replay/etat", read, ReplayState.GetAsync);
        endpoints.MapPost("/conferences/{conferenceId:int}/replay/suivi", WatchBeat.PostAsync);
        endpoints.MapMethods("/conferences/{conferenceId:int}/replay/{version}/{file}", read, ReplayFiles.GetAsync);
    }
}
