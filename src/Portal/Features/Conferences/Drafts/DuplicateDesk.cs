using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Conferences.Drafts;

/// <summary>Copies a conference into a new draft: everything but its day and whoever registered.</summary>
public sealed class DuplicateDesk(TrainingDb db, ConferenceDesk desk, TrainerChoices trainers, QuestionDesk questions)
{
    /// <summary>The draft's id. The same button pressed twice copies once.</summary>
    /// <param name="key">Drawn with the button.</param>
    public async Task<int> CopyAsync(ConferenceSight sight, Guid key, CancellationToken cancellationToken = default)
    {
        var source = ConferencePlan.Of(sight.Conference).At(ConferencePlan.Someday);
        var group = await db.Groups.SingleAsync(g => g.Id == sight.Conference.GroupId, cancellationToken);
        var plan = source with
        {
            Draft = true,
            Undated = true,
            Trainers = await TrainersAsync(sight, cancellationToken),
            Admission = source.Admission with { ClosesAt = null },
            Questions = [.. (await questions.AskedAsync(sight.Conference.Id, cancellationToken)).Select(QuestionPlan.Copy)],
        };
        var draft = await desk.ScheduleAsync(new GroupSight(group, sight.Reader, sight.Role), plan, key, cancellationToken);
        await CopyDocumentsAsync(sight.Conference.Id, draft, cancellationToken);
        return draft;
    }

    /// <summary>Those for before: what one takes home is of its own session. Again is harmless: what is there stays.</summary>
    private Task<int> CopyDocumentsAsync(int from, int to, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
         INSERT INTO conference_documents (conference_id, moment, name, content_type, size, content_hash, added_at)
         SELECT {to}, moment, name, content_type, size, content_hash, added_at FROM conference_documents d
         WHERE conference_id = {from} AND moment = 'Before'
           AND NOT EXISTS (SELECT 1 FROM conference_documents h WHERE h.conference_id = {to} AND h.content_hash = d.content_hash)
         """,
        cancellationToken);

    /// <summary>Those who may still be picked; whoever copies, when none is left.</summary>
    private async Task<IReadOnlyList<int>> TrainersAsync(ConferenceSight sight, CancellationToken cancellationToken)
    {
        var choices = await trainers.OfAsync(sight.Conference.GroupId, null, cancellationToken);
        var still = choices.Select(c => c.MemberId).Intersect(sight.Conference.Trainers.Select(t => t.MemberId)).ToList();
        return still.Count > 0 ? still : [sight.Reader.MemberId];
    }
}
