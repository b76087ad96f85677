using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Letters.Bounces;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Registrations.Organising;

/// <summary>Everybody who has, had or wants a seat, with their answers. For those who run the conference alone: the caller asks first.</summary>
public sealed class RegistrantReading(TrainingDb db)
{
    private static readonly CandidacyState[] Shown =
        [CandidacyState.Waiting, CandidacyState.Offered, CandidacyState.Requested, CandidacyState.Proposed, CandidacyState.Declined];

    public async Task<IReadOnlyList<RegistrantLine>> OfAsync(int conferenceId, CancellationToken cancellationToken = default)
    {
        var answers = await AnswersAsync(conferenceId, cancellationToken);
        var seats = await SeatsAsync(conferenceId, answers, cancellationToken);
        var dead = await DeadAsync(conferenceId, cancellationToken);
        return
        [
            .. seats.Concat(await CandidaciesAsync(conferenceId, answers, cancellationToken))
                .Select(line => line with { MailReturns = line.MemberId is { } member && dead.Contains(member) }),
        ];
    }

    private async Task<HashSet<int>> DeadAsync(int conferenceId, CancellationToken cancellationToken) =>
    [
        .. await db.Members.Where(DeadMailboxes.Of(db))
            .Where(m => db.Registrations.Any(r => r.ConferenceId == conferenceId && r.MemberId == m.Id) || db.Candidacies.Any(k => k.ConferenceId == conferenceId && k.MemberId == m.Id))
            .Select(m => m.Id).ToListAsync(cancellationToken),
    ];

    /// <summary>Those asked, then those retired that somebody answered.</summary>
    public async Task<IReadOnlyList<ConferenceQuestion>> QuestionsAsync(int conferenceId, CancellationToken cancellationToken = default) =>
        await db.ConferenceQuestions.AsNoTracking()
            .Where(q => q.ConferenceId == conferenceId && (q.RetiredAt == null || db.RegistrationAnswers.Any(a => a.QuestionId == q.Id)))
            .OrderBy(q => q.RetiredAt != null).ThenBy(q => q.Position).ThenBy(q => q.Id).ToListAsync(cancellationToken);

    private async Task<List<RegistrantLine>> SeatsAsync(int conferenceId, Answers answers, CancellationToken cancellationToken)
    {
        var rows = await db.Registrations.Where(r => r.ConferenceId == conferenceId).OrderBy(r => r.Member.Name).ThenBy(r => r.Id)
            .Select(r => new { r.MemberId, r.Member.Name, r.Member.CollectiviteId, Collectivite = r.Member.Collectivite.Name, r.RegisteredAt, r.WithdrawnAt })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new RegistrantLine(
            0, r.WithdrawnAt is null ? RegistrantState.Seated : RegistrantState.Withdrawn, r.MemberId, r.Name, r.CollectiviteId, r.Collectivite,
            r.WithdrawnAt ?? r.RegisteredAt, null, 0, answers.Of(r.MemberId)));
    }

    private async Task<List<RegistrantLine>> CandidaciesAsync(int conferenceId, Answers answers, CancellationToken cancellationToken)
    {
        var rows = await db.Candidacies.AsNoTracking().Include(k => k.Member!.Collectivite)
            .Where(k => k.ConferenceId == conferenceId && Shown.Contains(k.State)).OrderBy(k => k.Ticket).ToListAsync(cancellationToken);
        var waiting = rows.Where(k => k.State == CandidacyState.Waiting).ToList();
        return rows.ConvertAll(k => new RegistrantLine(
            k.Id, Enum.Parse<RegistrantState>(k.State.ToString()), k.MemberId, k.Member?.Name, k.Member?.CollectiviteId, k.Member?.Collectivite.Name,
            k.ArrivedAt, k.EndedAt is null ? k.HeldUntil : null, waiting.IndexOf(k) + 1, answers.Of(k.MemberId)));
    }

    private async Task<Answers> AnswersAsync(int conferenceId, CancellationToken cancellationToken)
    {
        var rows = await db.RegistrationAnswers.AsNoTracking().Where(a => a.Question.ConferenceId == conferenceId).ToListAsync(cancellationToken);
        return new Answers(rows.GroupBy(a => a.MemberId).ToDictionary(g => g.Key, g => (IReadOnlyDictionary<int, string>)g.ToDictionary(a => a.QuestionId, a => a.Text)));
    }

    private sealed class Answers(Dictionary<int, IReadOnlyDictionary<int, string>> byMember)
    {
        private static readonly Dictionary<int, string> None = [];

        public IReadOnlyDictionary<int, string> Of(int? memberId) => memberId is { } id ? byMember.GetValueOrDefault(id, None) : None;
    }
}
