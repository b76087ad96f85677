using Hangfire;
using Training.Portal.Features.Letters;

namespace Training.Scheduler.Letters;

/// <summary>Sends every due letter, a batch at a time. Leases and retries stand in the rows; run twice at once, the two share the work.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class LetterJob(IServiceScopeFactory scopes)
{
    private const int Batch = 50;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await DrainAsync(cancellationToken) > 0)
            cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LetterDrain>().DrainAsync(Batch, cancellationToken);
    }
}
