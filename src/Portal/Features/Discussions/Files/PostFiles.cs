using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Attachments;

namespace Training.Portal.Features.Discussions.Files;

/// <summary>A file that travels with a form.</summary>
/// <param name="Token">Sealed for whoever fills the form.</param>
public sealed record HeldFile(string Token, ReceivedFile File);

/// <summary>What became of the files of a form: those that are taken, and why another is not.</summary>
/// <param name="Wrong">Its name; the first that was refused.</param>
public sealed record TakenFiles(IReadOnlyList<HeldFile> Held, AttachmentRefusal? Refusal, string? Wrong);

/// <summary>Files beside posts.</summary>
public sealed class PostFiles(AttachmentStore store, HeldFiles seals)
{
    public const int Most = 5;

    /// <summary>For a form's whole request: five files of ten megabytes and the text.</summary>
    public const long MostRequestBytes = (Most * (long)AttachmentRule.MostBytes) + (1024 * 1024);

    /// <summary>Those held from an earlier try first, then those chosen now.</summary>
    public async Task<TakenFiles> TakeAsync(int memberId, PostForm form, CancellationToken cancellationToken = default)
    {
        var taken = form.Held.Distinct().Select(token => (Token: token, File: seals.Open(memberId, token)))
            .Where(h => h.File is not null).Select(h => new HeldFile(h.Token, h.File!)).Take(Most).ToList();
        foreach (var file in form.Files)
        {
            if (taken.Count == Most)
                return new TakenFiles(taken, AttachmentRefusal.TooMany, AttachmentRule.CleanName(file.FileName));
            var (received, refusal) = await store.ReceiveAsync(file, cancellationToken);
            if (received is null)
                return new TakenFiles(taken, refusal, AttachmentRule.CleanName(file.FileName));
            taken.Add(new HeldFile(seals.Seal(memberId, received), received));
        }

        return new TakenFiles(taken, null, null);
    }

    /// <summary>Downloads the file of a post that the reader may read.</summary>
    internal static async Task<IResult> GetAsync(
        int topic, long attachment, HttpContext context, TopicFinder topics, TrainingDb db, AttachmentStore store, CancellationToken cancellationToken)
    {
        if (await topics.FindAsync(topic, Membership.SignedIn.Reader(context.User), cancellationToken) is not { } sight)
            return Results.NotFound();
        var animates = sight.Group.Animates;
        var file = await db.PostAttachments.AsNoTracking().SingleOrDefaultAsync(
            a => a.Id == attachment && a.Post.TopicId == topic && (a.Post.HiddenAt == null || animates), cancellationToken);
        return file is null ? Results.NotFound() : await store.DownloadAsync(context, file.ContentHash, file.Name, file.ContentType, cancellationToken);
    }
}
