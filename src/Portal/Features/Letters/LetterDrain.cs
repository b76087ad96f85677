using Training.Portal.Features.Letters.Bounces;

namespace Training.Portal.Features.Letters;

/// <summary>
/// Sends what is due. Safe to run by any number of workers at once and to run again after a crash: at worst a letter accepted by the
/// relay just before leaves twice, with the same Message-ID.
/// </summary>
public sealed class LetterDrain(
    LetterLease lease, IEnumerable<ILetterCheck> checks, LetterRenderer renderer, LetterSender sender, BounceTokens returns, BounceDesk bounces,
    TimeProvider time, ILogger<LetterDrain> logger)
{
    /// <summary>Sends one batch. Call again at once while the answer is not zero.</summary>
    /// <param name="most">Letters of one batch, hence of one connection.</param>
    /// <returns>How many letters were taken.</returns>
    public async Task<int> DrainAsync(int most, CancellationToken cancellationToken = default)
    {
        var letters = await lease.TakeAsync(most, cancellationToken);
        var waiting = new Queue<Letter>(letters.OrderBy(l => l.Kind != LetterKind.SignInCode).ThenBy(l => l.Id));
        try
        {
            await DropPointlessAsync(waiting);
            if (waiting.Count > 0)
                await SendAsync(waiting, cancellationToken);
        }
        finally
        {
            await lease.ReturnAsync(waiting);
        }

        return letters.Count;
    }

    private async Task DropPointlessAsync(Queue<Letter> waiting)
    {
        for (var left = waiting.Count; left > 0; left--)
        {
            var letter = waiting.Dequeue();
            if (SendingRule.IsPointless(letter, time.GetUtcNow()))
                await lease.DropAsync(letter, "Pointless");
            else
                waiting.Enqueue(letter);
        }
    }

    private async Task SendAsync(Queue<Letter> waiting, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        if (await sender.ConnectAsync(cancellationToken) is { } failure)
        {
            await DelayAllAsync(waiting, failure);
            return;
        }

        while (sender.Connected && time.GetElapsedTime(began) < SendingLimits.Batch && waiting.TryPeek(out var letter))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var report = await WhyNotAsync(letter, cancellationToken) is { } reason
                ? new SendingReport(SendingOutcome.Pointless, reason)
                : await SendAsync(letter, cancellationToken);
            waiting.Dequeue();
            await AccountAsync(letter, report);
        }

        await sender.LeaveAsync();
    }

    /// <summary>It may have waited, and what it tells may have changed meanwhile.</summary>
    private async Task<string?> WhyNotAsync(Letter letter, CancellationToken cancellationToken)
    {
        foreach (var check in checks)
            if (await check.WhyNotAsync(letter, cancellationToken) is { } reason)
                return reason;
        return null;
    }

    private async Task<SendingReport> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        using var message = TryRender(letter, out var mistake);
        return message is null
            ? new SendingReport(SendingOutcome.Refused, $"Unwritable: {mistake}")
            : await sender.SendAsync(message, returns.AddressOf(letter.Id), cancellationToken);
    }

    /// <summary>Whatever goes wrong in writing one letter out is that letter's fault alone, and would be again.</summary>
    private MimeKit.MimeMessage? TryRender(Letter letter, out string? mistake)
    {
        try
        {
            mistake = null;
            return renderer.Render(letter);
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "Letter {Letter} of the kind {Kind} cannot be written out", letter.Id, letter.Kind);
            mistake = failure.Message;
            return null;
        }
    }

    private async Task DelayAllAsync(Queue<Letter> waiting, string failure)
    {
        logger.LogWarning("The mail relay cannot be reached: {Reason}. {Count} letters wait.", failure, waiting.Count);
        while (waiting.TryDequeue(out var letter))
            await AccountAsync(letter, new SendingReport(SendingOutcome.Delayed, failure));
    }

    private async Task AccountAsync(Letter letter, SendingReport report)
    {
        var decision = SendingRule.Decide(report.Outcome, letter, time.GetUtcNow());
        switch (decision.Step)
        {
            case SendingStep.Sent:
                await lease.SentAsync(letter);
                break;
            case SendingStep.TryAgain:
                await lease.TryAgainAsync(letter, decision.After!.Value, report.Reason);
                break;
            default:
                logger.LogWarning("Letter {Letter} of the kind {Kind} is dropped: {Reason}", letter.Id, letter.Kind, report.Reason);
                await lease.DropAsync(letter, report.Reason);
                if (report.OfRecipient && BounceRule.Decide("failed", report.Reason) is { } kind)
                    await bounces.RecordAsync(letter.Id, kind, report.Reason, report.Reason);
                break;
        }
    }
}
