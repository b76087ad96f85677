using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Conferences.Series;

/// <summary>What one conference of the series answered.</summary>
public sealed record SeriesSeat(Conference Conference, SeatAnswer Answer);

/// <summary>Asks for a seat in each coming conference of a series, one by one: each is exact for itself, and one that is full takes nothing from the others.</summary>
public sealed class SeriesRegistration(TrainingDb db, RegistrationDesk desk, ConferenceFinder finder, QuestionDesk questions)
{
    /// <summary>Empty when the reader knows of none.</summary>
    public async Task<IReadOnlyList<SeriesSeat>> RegisterAsync(int seriesId, Reader reader, CancellationToken cancellationToken = default)
    {
        List<SeriesSeat> seats = [];
        foreach (var conference in await ComingAsync(seriesId, reader, cancellationToken))
        {
            await CopyAnswersAsync(conference, reader.MemberId, cancellationToken);
            // A place on a waiting list is chosen knowingly, on the conference's own page.
            var answer = conference.Approval
                ? await desk.AskAsync(conference.Id, reader, cancellationToken)
                : await desk.RegisterAsync(conference.Id, reader, cancellationToken);
            if (answer.Exists)
                seats.Add(new SeriesSeat(conference, answer));
        }

        return seats;
    }

    /// <summary>How many seats were given back.</summary>
    public async Task<int> WithdrawAsync(int seriesId, Reader reader, CancellationToken cancellationToken = default)
    {
        var given = 0;
        foreach (var conference in await ComingAsync(seriesId, reader, cancellationToken))
        {
            if (await finder.FindAsync(conference.Id, reader, cancellationToken) is { Registered: true } sight
                && await desk.WithdrawAsync(sight, cancellationToken) is null)
                given++;
        }

        return given;
    }

    private Task<List<Conference>> ComingAsync(int seriesId, Reader reader, CancellationToken cancellationToken) =>
        ConferenceAccess.Listed(db, reader).AsNoTracking()
            .Where(c => c.SeriesId == seriesId && (c.State == ConferenceState.Planned || c.State == ConferenceState.DoorsOpen))
            .OrderBy(c => c.StartsAt).ToListAsync(cancellationToken);

    /// <summary>What the reader answered once in the series answers the same question everywhere in it.</summary>
    private async Task CopyAnswersAsync(Conference conference, int memberId, CancellationToken cancellationToken)
    {
        var asked = await questions.AskedAsync(conference.Id, cancellationToken);
        if (asked.Count == 0)
            return;
        var known = await questions.AnswersAsync(conference.Id, memberId, cancellationToken);
        var given = await db.RegistrationAnswers.AsNoTracking().Include(a => a.Question)
            .Where(a => a.MemberId == memberId && db.Conferences.Any(c => c.Id == a.Question.ConferenceId && c.SeriesId == conference.SeriesId))
            .OrderByDescending(a => a.AnsweredAt).ToListAsync(cancellationToken);
        var copied = asked.Where(q => !known.ContainsKey(q.Id))
            .Select(q => (q.Id, Answer: given.Find(a => QuestionPlan.Copy(a.Question).SaysAs(q))))
            .Where(c => c.Answer is not null).ToDictionary(c => c.Id, c => c.Answer!.Text);
        await questions.AnswerAsync(memberId, copied, cancellationToken);
    }
}
