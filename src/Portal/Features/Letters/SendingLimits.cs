namespace Training.Portal.Features.Letters;

/// <summary>How long things may take. A batch stops well inside its lease, so that no letter is sent by two at once even when the relay is slow to the last.</summary>
public static class SendingLimits
{
    /// <summary>From then on another worker may take a letter whose worker vanished.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>No letter of a batch is begun after this.</summary>
    public static readonly TimeSpan Batch = TimeSpan.FromMinutes(1);
}
