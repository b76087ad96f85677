using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Training.Media.Rooms.Janus;
using Training.Portal.Features.Live.Chat;
using Training.Portal.Features.Live.JoinLinks;
using Training.Portal.Features.Live.Presence;
using Training.Portal.Features.Live.Readings;
using Training.Portal.Features.Live.RoomPage;
using Training.Portal.Features.Live.Rooms;
using Training.Portal.Features.Live.Signalling;
using Training.Portal.Features.Live.Stages;

namespace Training.Portal.Features.Live;

public static class LiveFeature
{
    /// <summary>The room engine and what both hosts do with it.</summary>
    public static void AddLiveCore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddJanusRooms(configuration.GetSection("Training:Rooms:Janus").Get<JanusOptions>() ?? new JanusOptions());
        services.AddScoped<RoomPlans>();
        services.AddScoped<RoomKeeper>();
        services.AddScoped<RoomStates>();
        services.AddSingleton<RoomNews>();
        services.AddSingleton<JoinTokens>();
        services.AddScoped<JoinDesk>();
    }

    /// <summary>The hub and what only the Portal does.</summary>
    public static void AddLiveHub(this IServiceCollection services)
    {
        services.AddSignalR(ConfigureHub).AddJsonProtocol(options => StrictJson(options.PayloadSerializerOptions));
        services.AddSingleton<LiveRows>();
        services.AddSingleton<StageTools>();
        services.AddSingleton<StageRegister>();
        services.AddSingleton<OpenConnections>();
        services.AddSingleton<EntryRights>();
        services.AddSingleton<CallFilter>();
        services.AddScoped<RoomData>();
        services.AddScoped<EntryDesk>();
        services.AddScoped<Seating>();
        services.AddSingleton<RoomReadings>();
        services.AddScoped<ChatDesk>();
        services.AddScoped<PresenceDesk>();
        services.AddHostedService<RoomNewsListener>();
        services.AddHostedService<StageUpkeep>();
    }

    public static void MapLive(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapHub<RoomHub>(HubDoor.Path, options => options.Transports = HttpTransportType.WebSockets | HttpTransportType.LongPolling)
            .GuardDoor();

    private static void ConfigureHub(HubOptions options)
    {
        options.MaximumReceiveMessageSize = 64 * 1024;
        options.KeepAliveInterval = RoomTimes.Ping;
        options.ClientTimeoutInterval = RoomTimes.Silence;
        options.AddFilter<CallFilter>();
    }

    /// <summary>A message that says a thing twice, or a thing we do not know, is refused whole.</summary>
    private static void StrictJson(JsonSerializerOptions options)
    {
        options.AllowDuplicateProperties = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
