using Hangfire;
using Training.Media.Packaging;
using Training.Portal.Features.Recordings;

namespace Training.Scheduler.Packaging;

/// <summary>Mixes ahead what is over of one running session's sound, if one's turn has come.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class PreparationJob(PreparationDesk desk, PackagingOrder order, SoundPreparation sound)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await desk.ClaimNextAsync(cancellationToken) is not { } conference)
            return;
        var request = await order.ForAsync(conference, cancellationToken);
        await sound.MixAsync(request, () => desk.MayGoOnAsync(conference, cancellationToken), cancellationToken);
    }
}
