using MimeKit;

namespace Training.Portal.Features.Letters.Bounces;

public enum BounceOutcome
{
    /// <summary>The letter was not delivered, and that is kept.</summary>
    Kept,

    /// <summary>It had come back before.</summary>
    Known,

    /// <summary>A report that nothing failed (delayed, relayed), an absence message, or anything else that is no report.</summary>
    NoFailure,
}

/// <summary>Reads mail that came to the address of a letter's return. Only delivery reports (RFC 3464) count: absence messages come here too.</summary>
public sealed class BounceIntake(BounceDesk desk)
{
    public async Task<BounceOutcome> ReceiveAsync(long letterId, MimeMessage mail, CancellationToken cancellationToken = default)
    {
        foreach (var about in Recipients(mail))
            if (BounceRule.Decide(about["Action"], about["Status"]) is { } kind)
                return await desk.RecordAsync(letterId, kind, about["Status"], about["Diagnostic-Code"], cancellationToken) ? BounceOutcome.Kept : BounceOutcome.Known;
        return BounceOutcome.NoFailure;
    }

    /// <summary>The groups after the first, which is about the message as a whole.</summary>
    private static IEnumerable<HeaderList> Recipients(MimeMessage mail)
    {
        try
        {
            return [.. mail.BodyParts.OfType<MessageDeliveryStatus>().SelectMany(report => report.StatusGroups.Skip(1))];
        }
        catch (Exception unreadable) when (unreadable is FormatException or IOException)
        {
            return [];
        }
    }
}
