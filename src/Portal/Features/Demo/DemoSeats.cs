using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Demo;

/// <summary>Seats, and those who wait or ask for one, without letters: these mailboxes never asked for any.</summary>
public sealed class DemoSeats(TrainingDb db, TimeProvider time)
{
    public async Task RegisterAsync(int conferenceId, IEnumerable<string> addresses, CancellationToken cancellationToken = default)
    {
        var members = await db.Members.Where(m => addresses.Contains(m.Address)).Select(m => m.Id).ToListAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.AddRange(members.Select(id => new Registration { ConferenceId = conferenceId, MemberId = id, RegisteredAt = time.GetUtcNow() }));
        await db.SaveChangesAsync(cancellationToken);
        await db.Conferences.Where(c => c.Id == conferenceId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.SeatsTaken, c => c.SeatsTaken + members.Count), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>In this order, on the list or before the trainers.</summary>
    public async Task AskAsync(int conferenceId, IReadOnlyList<string> addresses, CancellationToken cancellationToken = default)
    {
        var ids = await db.Members.Where(m => addresses.Contains(m.Address)).ToDictionaryAsync(m => m.Address, m => m.Id, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var conference = await db.Conferences.SingleAsync(c => c.Id == conferenceId, cancellationToken);
        db.AddRange(addresses.Select((address, i) => new Candidacy
        {
            ConferenceId = conferenceId,
            MemberId = ids[address],
            State = conference.Approval ? CandidacyState.Requested : CandidacyState.Waiting,
            Ticket = i + 1,
            ArrivedAt = time.GetUtcNow(),
        }));
        (conference.Tickets, conference.Waiting) = (addresses.Count, conference.Approval ? 0 : addresses.Count);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <param name="answers">By address, one for each question.</param>
    public async Task AnswerAsync(int conferenceId, IReadOnlyDictionary<string, IReadOnlyList<string>> answers, CancellationToken cancellationToken = default)
    {
        var questions = await db.ConferenceQuestions.Where(q => q.ConferenceId == conferenceId).OrderBy(q => q.Position).Select(q => q.Id).ToListAsync(cancellationToken);
        foreach (var member in await db.Members.Where(m => answers.Keys.Contains(m.Address)).ToListAsync(cancellationToken))
            db.AddRange(answers[member.Address].Zip(questions).Where(a => a.First.Length > 0).Select(a =>
                new RegistrationAnswer { QuestionId = a.Second, MemberId = member.Id, Text = a.First, AnsweredAt = time.GetUtcNow() }));
        await db.SaveChangesAsync(cancellationToken);
    }
}
