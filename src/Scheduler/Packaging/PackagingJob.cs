using Hangfire;
using Training.Media.Packaging;
using Training.Portal.Features.Recordings;
using Training.Scheduler.Hosting;

namespace Training.Scheduler.Packaging;

/// <summary>
/// Packages the next recording, if one is still to be had. Retries stand in the row, not here: run twice, it finds nothing
/// the second time.
/// </summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class PackagingJob(
    PackagingDesk desk, PackagingOrder order, ReplayPackager packager, IServiceScopeFactory scopes, ILogger<PackagingJob> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await desk.ClaimNextAsync(cancellationToken) is not { } claim)
            return;
        await using var lease = new WorkLease<PackagingDesk>((held, percent, until) => held.RenewAsync(claim, percent, until), scopes, cancellationToken);
        try
        {
            var request = await order.ForAsync(claim.ConferenceId, lease.Token) with { Progress = lease };
            var result = await packager.PackageAsync(request, lease.Token);
            // A tool that ends because we are stopping has not failed.
            if (result.Replay is null)
                lease.Token.ThrowIfCancellationRequested();
            await SettleAsync(claim, result);
        }
        catch (OperationCanceledException) when (lease.Token.IsCancellationRequested)
        {
            await desk.ReleaseAsync(claim, CancellationToken.None);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Packaging of conference {Conference} failed", claim.ConferenceId);
            await desk.FailAsync(claim, $"Unexpected: {failure.GetType().Name}", hopeless: false, CancellationToken.None);
        }
    }

    private Task SettleAsync(PackagingClaim claim, PackagingResult result) => result switch
    {
        { Replay: { } replay } => desk.PublishAsync(claim, replay.Version, TimeSpan.FromSeconds(replay.Duration)),
        { Failure: { } reason } => desk.FailAsync(claim, reason.ToString(), IsHopeless(reason)),
        _ => throw new InvalidOperationException("A packaging has neither a replay nor a failure."),
    };

    private static bool IsHopeless(PackagingFailure reason) => reason is PackagingFailure.NothingRecorded or PackagingFailure.NothingUsable;
}
