using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Registrations.Candidacies;
using Training.TestKit.Postgres;

namespace Training.Portal.Tests.Registrations;

/// <summary>Invariant I1 and its letters: seats counted = seats had or held ≤ capacity, one per person, one letter per change.</summary>
internal sealed record SeatAudit(int Counted, int Held, int People, int Capacity, int RegisteredLetters, int WithdrawnLetters, int Withdrawals, int HeldForOthers)
{
    public static async Task<SeatAudit> OfAsync(TestDatabase database, Conference conference)
    {
        await using var db = database.Open();
        var row = await db.Conferences.SingleAsync(c => c.Id == conference.Id);
        var registrations = await db.Registrations.Where(r => r.ConferenceId == conference.Id).ToListAsync();
        var letters = await db.Letters.Where(l => l.Stream.StartsWith($"registration:{conference.Id}:")).ToListAsync();
        var held = registrations.FindAll(r => r.WithdrawnAt == null);
        return new SeatAudit(
            row.SeatsTaken, held.Count, held.DistinctBy(r => r.MemberId).Count(), row.Capacity,
            letters.Count(l => l.Kind == LetterKind.Registered), letters.Count(l => l.Kind == LetterKind.Withdrawn),
            registrations.Count - held.Count,
            await db.Candidacies.CountAsync(k => k.ConferenceId == conference.Id && (k.State == CandidacyState.Offered || k.State == CandidacyState.Proposed)));
    }

    public void MustBalance()
    {
        Assert.Equal(Held + HeldForOthers, Counted);
        Assert.Equal(Held, People);
        Assert.InRange(Held, 0, Capacity);
        Assert.Equal(Held + Withdrawals, RegisteredLetters);
        Assert.Equal(Withdrawals, WithdrawnLetters);
    }
}
