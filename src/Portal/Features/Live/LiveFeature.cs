namespace Training.Portal.Features.Live;

public static class LiveFeature
{
    /// <summary>The room engine and what both hosts do with it.</summary>
    public static void AddLiveCore(this IServiceCollection services, IConfiguration configuration)
    {
        // Filled by this subject.
    }

    /// <summary>The hub and what only the Portal does.</summary>
    public static void AddLiveHub(this IServiceCollection services)
    {
        services.AddSignalR(options => options.MaximumReceiveMessageSize = 64 * 1024);
    }

    public static void MapLive(this IEndpointRouteBuilder endpoints)
    {
        // The hub and the room's endpoints.
    }
}
