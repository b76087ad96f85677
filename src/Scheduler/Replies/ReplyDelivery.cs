using Training.Portal.Features.Discussions.Replies;
using Training.Portal.Features.Letters.Bounces;

namespace Training.Scheduler.Replies;

/// <summary>Hands one mail to the product's intake, and says in SMTP's words what became of it.</summary>
internal sealed class ReplyDelivery(IServiceScopeFactory scopes, ILogger log)
{
    public const string Taken = "250 2.0.0 Taken";
    public const string NotNow = "451 4.3.0 Not now, come again";
    private const string NoMail = "554 5.6.0 This is no mail";

    /// <summary>Null for what is no address that we signed.</summary>
    public MailAim? Aim(string recipient)
    {
        using var scope = scopes.CreateScope();
        if (scope.ServiceProvider.GetRequiredService<ReplyTokens>().Read(recipient) is { } reply)
            return new MailAim(reply, null);
        return scope.ServiceProvider.GetRequiredService<BounceTokens>().Read(recipient) is { } letter ? new MailAim(null, letter) : null;
    }

    /// <summary>A mail that is refused for good is taken too: its author is told by a letter, not by a returned mail.</summary>
    public async Task<string> DeliverAsync(MailAim aim, string envelopeFrom, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            var mail = IncomingMail.Read(content, envelopeFrom);
            await using var scope = scopes.CreateAsyncScope();
            log.LogInformation("A mail for {Aim}: {Outcome}", aim, await TakeAsync(scope.ServiceProvider, aim, mail, cancellationToken));
            return Taken;
        }
        catch (FormatException)
        {
            return NoMail;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, the other mails of this connection are not to suffer for it, and the mail server keeps this one.
            log.LogWarning(failure, "A mail for {Aim} could not be taken now", aim);
            return NotNow;
        }
    }

    private static async Task<string> TakeAsync(IServiceProvider services, MailAim aim, IncomingMail mail, CancellationToken cancellationToken) => aim.Letter is { } letter
        ? $"{await services.GetRequiredService<BounceIntake>().ReceiveAsync(letter, mail.Message, cancellationToken)}"
        : $"{await services.GetRequiredService<ReplyIntake>().ReceiveAsync(aim.Reply!, mail, cancellationToken)}";
}
