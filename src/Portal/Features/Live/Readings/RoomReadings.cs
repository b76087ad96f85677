using Microsoft.Extensions.Caching.Memory;
using Training.Portal.Features.Live.Chat;
using Training.Portal.Features.Live.Presence;
using Training.Portal.Features.Live.Rooms;
using Training.Portal.Features.Live.Signalling;

namespace Training.Portal.Features.Live.Readings;

/// <summary>
/// What everybody who comes into one room is told alike. When a whole room comes back at once (a cut, a restart), each
/// reading it alone would ask the database as many times as there are people, and count as many people each time.
/// </summary>
public sealed class RoomReadings(IServiceScopeFactory scopes, IMemoryCache cache)
{
    /// <summary>Only how long an unused reading is kept to be shared: its answer is never told twice.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);

    public Task<StateMessage> StateAsync(int conferenceId, CancellationToken cancellationToken) =>
        Of(("state", conferenceId, 0), services => services.GetRequiredService<RoomStates>().OfAsync(conferenceId)).AskAsync(cancellationToken);

    public async Task<PresenceMessage> PresenceAsync(int conferenceId, CancellationToken cancellationToken) =>
        new(await Of(("presence", conferenceId, 0), services => services.GetRequiredService<PresenceDesk>().CountAsync(conferenceId)).AskAsync(cancellationToken));

    /// <param name="after">Highest line that the page holds; pages cut at the same moment mostly hold the same.</param>
    public async Task<ChatLinesMessage> ChatAsync(int conferenceId, long after, CancellationToken cancellationToken) =>
        new(await Of(("chat", conferenceId, after), services => services.GetRequiredService<ChatDesk>().SinceAsync(conferenceId, after)).AskAsync(cancellationToken));

    private SharedReading<T> Of<T>((string What, int ConferenceId, long After) key, Func<IServiceProvider, Task<T>> read) => cache.GetOrCreate((nameof(RoomReadings), key), entry =>
    {
        entry.SlidingExpiration = Idle;
        return new SharedReading<T>(() => InScopeAsync(read));
    })!;

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider);
    }
}
