using Training.Portal.Features.Discussions.Replies;

namespace Training.Scheduler.Replies;

/// <summary>Hands one mail to the product's intake, and says in SMTP's words what became of it.</summary>
internal sealed class ReplyDelivery(IServiceScopeFactory scopes, ILogger log)
{
    public const string Taken = "250 2.0.0 Taken";
    public const string NotNow = "451 4.3.0 Not now, come again";
    private const string NoMail = "554 5.6.0 This is no mail";

    /// <summary>Null for what is no reply address of ours.</summary>
    public ReplyTicket? Ticket(string recipient)
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<ReplyTokens>().Read(recipient);
    }

    /// <summary>A mail that is refused for good is taken too: its author is told by a letter, not by a returned mail.</summary>
    public async Task<string> DeliverAsync(ReplyTicket ticket, string envelopeFrom, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            var mail = IncomingMail.Read(content, envelopeFrom);
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<ReplyIntake>().ReceiveAsync(ticket, mail, cancellationToken);
            log.LogInformation("A mail of member {Member} for topic {Topic}: {Outcome}", ticket.MemberId, ticket.TopicId, outcome);
            return Taken;
        }
        catch (FormatException)
        {
            return NoMail;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, the other mails of this connection are not to suffer for it, and the mail server keeps this one.
            log.LogWarning(failure, "A mail of member {Member} for topic {Topic} could not be taken now", ticket.MemberId, ticket.TopicId);
            return NotNow;
        }
    }
}
