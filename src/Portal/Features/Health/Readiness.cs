using Npgsql;

namespace Training.Portal.Features.Health;

/// <summary>What the product needs and does not have just now, in words for the operator. Names no address and no version.</summary>
public sealed class Readiness(SchedulerPulse pulse, EngineProbe engine)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <returns>Empty when ready.</returns>
    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancellationToken)
    {
        var rooms = engine.AnswersAsync(cancellationToken);
        List<string> missing = [.. await DatabaseAsync(cancellationToken)];
        if (!await rooms)
            missing.Add("room engine: does not answer");
        return missing;
    }

    private async Task<IEnumerable<string>> DatabaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            return await pulse.IsAliveAsync(patience.Token).WaitAsync(Patience, cancellationToken) ? [] : ["scheduler: no recent heartbeat"];
        }
        catch (Exception lost) when (!cancellationToken.IsCancellationRequested && IsLoss(lost))
        {
            return ["database: unreachable"];
        }
    }

    private static bool IsLoss(Exception failure) =>
        failure is NpgsqlException or TimeoutException or OperationCanceledException || (failure is InvalidOperationException && failure.InnerException is NpgsqlException);
}
