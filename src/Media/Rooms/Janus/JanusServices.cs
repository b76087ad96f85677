using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Training.Media.Rooms.Janus;

public static class JanusServices
{
    /// <summary>Makes Janus the host's room engine. The connection is made at first use.</summary>
    public static IServiceCollection AddJanusRooms(this IServiceCollection services, JanusOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton(options).AddSingleton<JanusRooms>().AddSingleton<IRoomProvider>(provider => provider.GetRequiredService<JanusRooms>());
    }
}
