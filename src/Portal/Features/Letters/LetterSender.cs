using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Training.Portal.Settings;

namespace Training.Portal.Features.Letters;

/// <summary>One connection to the relay. Everything the relay or the network may do ends in a named outcome.</summary>
public sealed class LetterSender(LetterSigner signer, TrainingSettings settings) : IDisposable
{
    private readonly SmtpClient client = new() { Timeout = (int)TimeSpan.FromSeconds(settings.Mail.TimeoutSeconds).TotalMilliseconds };

    public bool Connected => client.IsConnected;

    /// <returns>Null when connected, else what failed.</returns>
    public async Task<string?> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.ConnectAsync(await DialAsync(cancellationToken), settings.Mail.Host, settings.Mail.Port, Security, cancellationToken);
            if (settings.Mail.UserName is { Length: > 0 } user)
                await client.AuthenticateAsync(user, settings.Mail.Password ?? "", cancellationToken);
            return null;
        }
        catch (Exception failure) when (IsFailure(failure, cancellationToken))
        {
            return Named(failure);
        }
    }

    /// <param name="returnTo">Where the letter comes back to when it cannot be delivered; to its sender when null.</param>
    public async Task<SendingReport> SendAsync(MimeMessage message, string? returnTo, CancellationToken cancellationToken)
    {
        try
        {
            signer.Sign(message);
            var sender = returnTo is null ? message.From.Mailboxes.Single() : new MailboxAddress("", returnTo);
            await client.SendAsync(message, sender, message.To.Mailboxes, cancellationToken);
            return new SendingReport(SendingOutcome.Accepted, null);
        }
        catch (SmtpCommandException refusal) when (IsAboutLetter(refusal) && (int)refusal.StatusCode >= 500)
        {
            return new SendingReport(SendingOutcome.Refused, Named(refusal)) { OfRecipient = refusal.ErrorCode == SmtpErrorCode.RecipientNotAccepted };
        }
        catch (Exception failure) when (IsFailure(failure, cancellationToken))
        {
            return new SendingReport(SendingOutcome.Delayed, Named(failure));
        }
    }

    public async Task LeaveAsync()
    {
        try
        {
            await client.DisconnectAsync(quit: true);
        }
        catch (Exception failure) when (IsFailure(failure, CancellationToken.None))
        {
            // The letters are already accounted for.
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>Without delay: the end of a letter is a small packet, which would wait for the relay's acknowledgement, 40 ms for each letter.</summary>
    private async Task<Socket> DialAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(client.Timeout);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(settings.Mail.Host, settings.Mail.Port, patience.Token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private SecureSocketOptions Security => settings.Mail.Security switch
    {
        "StartTls" => SecureSocketOptions.StartTls,
        "Tls" => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    /// <summary>A refused sender or missing sign-on is our configuration's fault: the letter waits until somebody mends it.</summary>
    private static bool IsAboutLetter(SmtpCommandException refusal) =>
        refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;

    private static bool IsFailure(Exception failure, CancellationToken cancellationToken) =>
        failure is SocketException or IOException or TimeoutException or ProtocolException or CommandException
            or AuthenticationException or SslHandshakeException or ServiceNotConnectedException or NotSupportedException
        || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static string Named(Exception failure) => failure is SmtpCommandException refusal
        ? $"{(int)refusal.StatusCode} {refusal.Message}"
        : $"{failure.GetType().Name}: {failure.Message}";
}

/// <param name="Reason">What the relay or the network said, for the row.</param>
public sealed record SendingReport(SendingOutcome Outcome, string? Reason)
{
    /// <summary>Refused for its recipient, not for what it says.</summary>
    public bool OfRecipient { get; init; }
}
