namespace Training.Portal.Features.Registrations;

/// <summary>
/// At most this many statements at once fight for the one row of a hot conference: past about eight writers PostgreSQL
/// loses throughput to the contention, and the rest of the portal loses its connections. The others wait here, in order.
/// </summary>
public sealed class RegistrationGate : IDisposable
{
    private const int Writers = 8;
    private readonly SemaphoreSlim places = new(Writers);

    public async Task<T> PassAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();
}
