using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Conferences.CoHosts;
using Training.Portal.Features.Live.Rooms;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Conferences.Series;

/// <summary>What became of an edit of several conferences: all of them, or none.</summary>
/// <param name="Edit">Of the one whose form was sent, or of the one that refused.</param>
/// <param name="Refused">The other conference that cannot become so.</param>
/// <param name="KeptTime">Those that were moved by themselves, and so keep their time.</param>
public sealed record SeriesEdit(ConferenceEdit Edit, Conference? Refused = null, int Changed = 0, int KeptTime = 0);

/// <summary>Changes one conference and others of its series alike, in one transaction.</summary>
public sealed class SeriesEditDesk(
    TrainingDb db, ConferenceWriting writing, QuestionDesk questions, CoHostLetters coHosts, OfferDesk offers, WorkNudger nudger, RoomNews news, TimeProvider clock)
{
    public async Task<SeriesEdit> ChangeAsync(
        ConferenceSight sight, ConferencePlan plan, SeriesScope scope, int seenRevision, IReadOnlySet<int> eligible, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await SeriesMembers.HoldAsync(db, sight.Conference.SeriesId, cancellationToken);
        var anchor = await writing.LockAsync(sight.Conference.Id, cancellationToken);
        if (ConferenceRule.ChangeRefusal(anchor, plan, seenRevision) is { } refusal)
            return new SeriesEdit(new ConferenceEdit(anchor, refusal, [], Moved: false));
        var change = new SeriesChange(ConferencePlan.Of(anchor), plan, sight.Conference.Series!.Zone);
        var asked = await questions.AskedAsync(anchor.Id, cancellationToken);
        var ids = await SeriesMembers.Of(db, anchor, scope).OrderBy(c => c.StartsAt).Select(c => c.Id).ToListAsync(cancellationToken);
        var result = new SeriesEdit(new ConferenceEdit(anchor, null, [], Moved: false));
        foreach (var id in ids)
        {
            result = await ChangeOneAsync(id, anchor.Id, change, asked, eligible, result, cancellationToken);
            if (!result.Edit.Saved)
                return result;
        }

        await coHosts.WriteAsync(result.Edit.Current, sight.Reader.MemberId, change.Before.CoHosts, result.Changed, cancellationToken);
        if (change.Days != 0)
            await db.ConferenceSeries.Where(s => s.Id == anchor.SeriesId).ExecuteUpdateAsync(set => set.SetProperty(s => s.Rule, (string?)null), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        nudger.Nudge();
        foreach (var id in ids)
            await news.TellAsync(id, cancellationToken);
        return result;
    }

    private async Task<SeriesEdit> ChangeOneAsync(
        int id, int anchorId, SeriesChange change, List<ConferenceQuestion> asked, IReadOnlySet<int> eligible, SeriesEdit before, CancellationToken cancellationToken)
    {
        var conference = await writing.LockAsync(id, cancellationToken);
        if (id != anchorId && !ConferenceRule.MayFollow(conference.State))
            return before;
        var plan = id == anchorId
            ? change.After
            : change.Of(conference) with { Questions = SeriesQuestions.For(change.After.Questions, asked, await questions.AskedAsync(id, cancellationToken)) };
        var wrong = ConferenceRule.FormRefusals(plan, conference, Eligible(eligible, conference), clock.GetUtcNow()).ToList();
        if (wrong.Count > 0)
            return before with { Edit = new ConferenceEdit(conference, null, wrong, Moved: false), Refused = id == anchorId ? null : conference };
        var kept = change.Moves && id != anchorId && !change.Carries(conference);
        if (change.Moves && !kept)
            (conference.SeriesDate, conference.SeriesTime) = (Day(conference, id == anchorId, change), change.Time);
        var moved = await writing.ApplyAsync(conference, plan, cancellationToken);
        await offers.SettleAsync((NpgsqlConnection)db.Database.GetDbConnection(), id, cancellationToken);
        return before with
        {
            Edit = id == anchorId ? new ConferenceEdit(conference, null, [], before.Edit.Moved || moved) : before.Edit with { Moved = before.Edit.Moved || moved },
            Changed = before.Changed + 1,
            KeptTime = before.KeptTime + (kept ? 1 : 0),
        };
    }

    /// <summary>The one whose form was sent stands again where its series wants it.</summary>
    private static DateOnly Day(Conference conference, bool anchor, SeriesChange change) => anchor
        ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(change.After.StartsAt, change.Zone).DateTime)
        : conference.SeriesDate!.Value.AddDays(change.Days);

    /// <summary>Who already is its trainer stays.</summary>
    private static HashSet<int> Eligible(IReadOnlySet<int> eligible, Conference conference) =>
        [.. eligible, .. conference.Trainers.Select(t => t.MemberId)];
}
