using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Registrations.Questions;

/// <summary>The questions of a conference and the answers to them.</summary>
public sealed class QuestionDesk(TrainingDb db, TimeProvider clock)
{
    /// <summary>Those that are asked now, in order.</summary>
    public Task<List<ConferenceQuestion>> AskedAsync(int conferenceId, CancellationToken cancellationToken = default) =>
        db.ConferenceQuestions.AsNoTracking().Where(q => q.ConferenceId == conferenceId && q.RetiredAt == null)
            .OrderBy(q => q.Position).ThenBy(q => q.Id).ToListAsync(cancellationToken);

    /// <summary>What the member answered, by question.</summary>
    public Task<Dictionary<int, string>> AnswersAsync(int conferenceId, int memberId, CancellationToken cancellationToken = default) =>
        db.RegistrationAnswers.Where(a => a.Question.ConferenceId == conferenceId && a.MemberId == memberId)
            .ToDictionaryAsync(a => a.QuestionId, a => a.Text, cancellationToken);

    /// <summary>Keeps the answers; a question left blank has none any more.</summary>
    public async Task AnswerAsync(int memberId, IReadOnlyDictionary<int, string> answers, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        foreach (var (question, text) in answers)
        {
            if (text.Length == 0)
                await db.RegistrationAnswers.Where(a => a.QuestionId == question && a.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
            else
                await db.Database.ExecuteSqlAsync(
                    $"""
                     INSERT INTO registration_answers (question_id, member_id, text, answered_at) VALUES ({question}, {memberId}, {text}, {now})
                     ON CONFLICT (question_id, member_id) DO UPDATE SET text = excluded.text, answered_at = excluded.answered_at
                     """,
                    cancellationToken);
        }
    }

    /// <summary>
    /// Writes a trainer's questions, in the caller's transaction, which holds the conference. An answered question keeps its words: changed, it
    /// is retired and a new one asked. Questions the plans do not name stay as they are.
    /// </summary>
    public async Task ChangeAsync(int conferenceId, IReadOnlyList<QuestionPlan> plans, CancellationToken cancellationToken = default)
    {
        var known = await db.ConferenceQuestions.Where(q => q.ConferenceId == conferenceId && q.RetiredAt == null).ToListAsync(cancellationToken);
        var answered = await db.RegistrationAnswers.Where(a => a.Question.ConferenceId == conferenceId)
            .Select(a => a.QuestionId).Distinct().ToListAsync(cancellationToken);
        for (var i = 0; i < plans.Count; i++)
            Change(conferenceId, plans[i], i, known.Find(q => q.Id == plans[i].Id), answered);
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Change(int conferenceId, QuestionPlan plan, int position, ConferenceQuestion? known, List<int> answered)
    {
        if (plan.Id is not null && known is null)
            return;
        if (known is not null && answered.Contains(known.Id) && (plan.Remove || !plan.SaysAs(known)))
            known.RetiredAt = clock.GetUtcNow();
        else if (plan.Remove && known is not null)
            db.Remove(known);
        else if (known is not null)
            (known.Kind, known.Label, known.Choices, known.Required, known.Position) = (plan.Kind, plan.Label, plan.Choices, plan.Required, position);
        if (!plan.Remove && known is null or { RetiredAt: not null })
            Add(conferenceId, plan, position);
    }

    private void Add(int conferenceId, QuestionPlan plan, int position)
    {
        if (!plan.Remove)
            db.Add(new ConferenceQuestion
            {
                ConferenceId = conferenceId,
                Position = position,
                Kind = plan.Kind,
                Label = plan.Label,
                Choices = plan.Choices,
                Required = plan.Required,
            });
    }
}
