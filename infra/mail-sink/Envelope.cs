namespace Training.MailSink;

/// <summary>Sender and recipients of the delivery under way, and the fault it will meet.</summary>
internal sealed record Envelope(string From, SinkFault? Fault)
{
    public const int MostRecipients = 100;

    public List<string> To { get; } = [];
}
