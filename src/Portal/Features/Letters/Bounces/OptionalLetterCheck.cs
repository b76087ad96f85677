namespace Training.Portal.Features.Letters.Bounces;

/// <summary>Letters one may do without no longer leave for a mailbox that is not there: providers judge a sender by them. Codes and news of a seat still do.</summary>
internal sealed class OptionalLetterCheck(DeadMailboxes dead) : ILetterCheck
{
    private static readonly HashSet<LetterKind> Optional = [LetterKind.PostWritten, LetterKind.Digest, LetterKind.RegistrantsMessage, LetterKind.Reminder];

    public async Task<string?> WhyNotAsync(Letter letter, CancellationToken cancellationToken) =>
        Optional.Contains(letter.Kind) && await dead.ContainAsync(letter.To, cancellationToken) ? "The mailbox refuses our letters" : null;
}
