using Training.Portal.Data;
using Training.Portal.Settings;

namespace Training.Portal.Features.Letters;

/// <summary>Puts letters beside the facts they tell: they exist if and only if the caller's transaction commits.</summary>
public sealed class Outbox(TrainingDb db, TimeProvider time, TrainingSettings settings)
{
    /// <summary>Adds the letter to the context; saving it, and committing, is the caller's.</summary>
    /// <param name="to">A canonical address.</param>
    /// <param name="stream">Letters of one stream leave in order, e.g. <c>registration:12</c>.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="pointlessAfter">From then on the letter is dropped instead of sent.</param>
    public Letter Write(LetterFacts facts, string to, string stream, string language = "fr", DateTimeOffset? pointlessAfter = null)
    {
        var letter = Compose(facts, to, stream, language, pointlessAfter);
        db.Letters.Add(letter);
        return letter;
    }

    /// <summary>The same row for callers that insert in bulk with SQL; leave <c>next_try_at</c> out of the INSERT and call <see cref="WorkNudger.Nudge"/> after the commit.</summary>
    public Letter Compose(LetterFacts facts, string to, string stream, string language = "fr", DateTimeOffset? pointlessAfter = null) => new()
    {
        Kind = facts.Kind(),
        To = to,
        Stream = stream,
        Facts = facts.ToJson(),
        Language = language,
        MessageId = $"{Guid.CreateVersion7():N}@{SenderDomain}",
        CreatedAt = time.GetUtcNow(),
        PointlessAfter = pointlessAfter,
    };

    private string SenderDomain => settings.Mail.From[(settings.Mail.From.LastIndexOf('@') + 1)..];
}
