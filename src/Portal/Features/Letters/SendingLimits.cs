namespace Training.Portal.Features.Letters;

/// <summary>How long things may take. A batch stops well inside its lease, so that no letter is sent by two at once.</summary>
public static class SendingLimits
{
    /// <summary>The relay's longest silence.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromSeconds(20);

    /// <summary>From then on another worker may take a letter whose worker vanished.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>No letter of a batch is begun after this.</summary>
    public static readonly TimeSpan Batch = TimeSpan.FromMinutes(1);
}
