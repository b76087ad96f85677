using Npgsql;

namespace Training.Portal.Data;

/// <summary>Tries again what PostgreSQL asks to try again: a deadlock, a serialisation failure, a connection that was cut.</summary>
public static class Transient
{
    private const int Tries = 4;

    /// <param name="work">Must be harmless when done twice: a cut may hide a commit.</param>
    public static async Task<T> RetryAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (NpgsqlException failure) when (attempt < Tries && IsTransient(failure))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(attempt * Random.Shared.Next(20, 80)), cancellationToken);
            }
        }
    }

    /// <summary>Npgsql does not count a backend ended by an administrator or by another's crash.</summary>
    private static bool IsTransient(NpgsqlException failure) =>
        failure.IsTransient || failure.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown;
}
