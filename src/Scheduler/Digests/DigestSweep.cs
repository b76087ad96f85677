using Training.Portal.Features.Discussions.Mail;
using Training.Scheduler.Sweeping;

namespace Training.Scheduler.Digests;

/// <summary>Writes the digests that are due, a few at each sweep: thousands due at seven leave over minutes, and never hold back a sign-in code.</summary>
internal sealed class DigestSweep(DigestDesk digests) : ISweep
{
    private const int Batch = 50;

    public Task SweepAsync(CancellationToken cancellationToken) => digests.WriteDueAsync(Batch, cancellationToken);
}
