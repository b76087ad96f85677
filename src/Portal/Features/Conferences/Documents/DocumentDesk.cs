using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Conferences.Series;

namespace Training.Portal.Features.Conferences.Documents;

/// <summary>What became of the files of a form.</summary>
/// <param name="Wrong">The name of the first that was not taken.</param>
public sealed record AddedDocuments(int Taken, AttachmentRefusal? Refusal, string? Wrong);

/// <summary>Documents of conferences: those who run one add and remove them, for it alone or with others of its series.</summary>
public sealed class DocumentDesk(TrainingDb db, AttachmentStore store, TimeProvider clock)
{
    public Task<List<ConferenceDocument>> OfAsync(int conferenceId, CancellationToken cancellationToken = default) =>
        db.ConferenceDocuments.AsNoTracking().Where(d => d.ConferenceId == conferenceId).OrderBy(d => d.Moment).ThenBy(d => d.Id).ToListAsync(cancellationToken);

    /// <summary>Takes each file that may be taken; a refused one does not undo the others.</summary>
    public async Task<AddedDocuments> AddAsync(
        ConferenceSight sight, SeriesScope scope, DocumentMoment moment, IReadOnlyList<IFormFile> files, CancellationToken cancellationToken = default)
    {
        var taken = 0;
        foreach (var file in files)
        {
            var (received, refusal) = await store.ReceiveAsync(file, cancellationToken);
            if (received is null)
                return new AddedDocuments(taken, refusal, AttachmentRule.CleanName(file.FileName));
            if (await AttachAsync(sight, scope, moment, received, cancellationToken) == 0)
                return new AddedDocuments(taken, AttachmentRefusal.TooMany, received.Name);
            taken++;
        }

        return files.Count == 0 ? new AddedDocuments(0, AttachmentRefusal.Missing, "") : new AddedDocuments(taken, null, null);
    }

    public async Task<bool> RemoveAsync(ConferenceSight sight, long document, CancellationToken cancellationToken = default) =>
        await db.ConferenceDocuments.Where(d => d.Id == document && d.ConferenceId == sight.Conference.Id).ExecuteDeleteAsync(cancellationToken) == 1;

    /// <summary>Downloads one document that the reader may read.</summary>
    internal static async Task<IResult> GetAsync(
        int conferenceId, long document, HttpContext context, ConferenceFinder conferences, TrainingDb db, AttachmentStore store, CancellationToken cancellationToken)
    {
        if (await conferences.FindAsync(conferenceId, Membership.SignedIn.Reader(context.User), cancellationToken) is not { } sight)
            return Results.NotFound();
        var file = await db.ConferenceDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == document && d.ConferenceId == conferenceId, cancellationToken);
        return file is null || !DocumentRule.MayRead(sight, file.Moment)
            ? Results.NotFound()
            : await store.DownloadAsync(context, file.ContentHash, file.Name, file.ContentType, cancellationToken);
    }

    /// <summary>One statement, so that two editors together stay within the most; a file already there is not added twice.</summary>
    private Task<int> AttachAsync(ConferenceSight sight, SeriesScope scope, DocumentMoment moment, ReceivedFile file, CancellationToken cancellationToken)
    {
        var (conference, now) = (sight.Conference, clock.GetUtcNow());
        var from = scope == SeriesScope.Following ? conference.StartsAt : DateTimeOffset.MinValue;
        var series = scope == SeriesScope.One ? null : conference.SeriesId;
        return db.Database.ExecuteSqlAsync(
            $"""
             WITH held AS (
                 SELECT id FROM conferences WHERE id = {conference.Id} OR (series_id = {series} AND starts_at >= {from}) ORDER BY id FOR NO KEY UPDATE)
             INSERT INTO conference_documents (conference_id, moment, name, content_type, size, content_hash, added_at)
             SELECT c.id, {moment.ToString()}, {file.Name}, {file.ContentType}, {file.Size}, {file.Hash}, {now} FROM held c
             WHERE (SELECT count(*) FROM conference_documents d WHERE d.conference_id = c.id) < {DocumentRule.Most}
               AND NOT EXISTS (SELECT 1 FROM conference_documents d WHERE d.conference_id = c.id AND d.content_hash = {file.Hash} AND d.moment = {moment.ToString()})
             """,
            cancellationToken);
    }
}
