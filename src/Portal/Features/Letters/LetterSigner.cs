using MimeKit;
using MimeKit.Cryptography;
using Training.Portal.Settings;

namespace Training.Portal.Features.Letters;

/// <summary>Signs letters (DKIM) when the installation says so. The key is read once.</summary>
public sealed class LetterSigner(TrainingSettings settings)
{
    private static readonly HeaderId[] Signed =
    [
        HeaderId.From, HeaderId.To, HeaderId.ReplyTo, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.References, HeaderId.MimeVersion,
        HeaderId.ContentType, HeaderId.ListUnsubscribe, HeaderId.ListUnsubscribePost, HeaderId.AutoSubmitted,
    ];

    private readonly Lock one = new();
    private readonly Lazy<DkimSigner?> signer = new(() => settings.Mail.Dkim.IsOn ? Read(settings.Mail.Dkim) : null);

    /// <summary>The message is as it will be sent: nothing may be encoded anew afterwards.</summary>
    public void Sign(MimeMessage message)
    {
        if (signer.Value is not { } own)
            return;
        message.Prepare(EncodingConstraint.SevenBit);
        lock (one)
            own.Sign(message, Signed);
    }

    private static DkimSigner Read(DkimSettings dkim) => new(dkim.KeyFile, dkim.Domain, dkim.Selector, DkimSignatureAlgorithm.RsaSha256)
    {
        HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        AgentOrUserIdentifier = $"@{dkim.Domain}",
    };
}
