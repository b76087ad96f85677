namespace Training.Portal.Features.Recordings;

/// <summary>When a packaging that failed is tried again; after the last delay it is given up, and the recording says why.</summary>
public static class PackagingRetry
{
    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromHours(1),
    ];

    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <returns>Null when it was the last.</returns>
    public static TimeSpan? After(int attempt) => attempt <= Delays.Length ? Delays[attempt - 1] : null;
}
