using System.Collections.Concurrent;

namespace Training.MailSink;

/// <summary>The faults to come. One is spent per delivery (per MAIL command); none means accept.</summary>
public sealed class SinkScript
{
    private readonly ConcurrentQueue<SinkFault> next = new();

    /// <summary>Applied to every delivery for which nothing was queued.</summary>
    public SinkFault? Always { get; set; }

    /// <summary>Applied to the coming deliveries, one each, in this order.</summary>
    public void Next(params ReadOnlySpan<SinkFault> faults)
    {
        foreach (var fault in faults)
        {
            next.Enqueue(fault);
        }
    }

    internal SinkFault? Take() => next.TryDequeue(out var fault) ? fault : Always;
}
