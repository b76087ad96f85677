namespace Training.Portal.Features.Letters;

/// <summary>What becomes of a letter after an attempt. Temporary failures are tried again, later and later, for three days.</summary>
public static class SendingRule
{
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(3);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
    ];

    public static SendingDecision Decide(SendingOutcome outcome, Letter letter, DateTimeOffset now) => outcome switch
    {
        SendingOutcome.Accepted => new SendingDecision(SendingStep.Sent, null),
        SendingOutcome.Refused or SendingOutcome.Pointless => new SendingDecision(SendingStep.Drop, null),
        _ when now - letter.CreatedAt > GivenUpAfter => new SendingDecision(SendingStep.Drop, null),
        _ => new SendingDecision(SendingStep.TryAgain, Pauses[Math.Clamp(letter.Attempts - 1, 0, Pauses.Length - 1)]),
    };

    public static bool IsPointless(Letter letter, DateTimeOffset now) => letter.PointlessAfter <= now;
}

public enum SendingOutcome
{
    Accepted,

    /// <summary>The relay will never take this letter (5xx on the recipient or the content).</summary>
    Refused,

    /// <summary>Not sent: what it tells is no longer so.</summary>
    Pointless,

    /// <summary>The relay asks to come back (4xx), or failed in a way that says nothing about the letter.</summary>
    Delayed,
}

public enum SendingStep
{
    Sent,
    TryAgain,
    Drop,
}

/// <param name="After">How long to wait before trying again.</param>
public sealed record SendingDecision(SendingStep Step, TimeSpan? After);
