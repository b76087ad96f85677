using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Recordings;

namespace Training.Portal.Features.Conferences.Programme;

/// <summary>What one looks for in the programme; null leaves a facet out. Theme and territory are those of the group.</summary>
/// <param name="Trainer">Words of a trainer's name. Visitors, who are told no names, cannot look for one.</param>
/// <param name="Replay">Only what can be watched again now.</param>
public sealed record ProgrammeFilter(GroupTheme? Theme = null, string? Territory = null, string? Trainer = null, bool Replay = false)
{
    private const int MostWords = 5;

    public bool IsEmpty => this == new ProgrammeFilter();

    internal IQueryable<Conference> Of(TrainingDb db, IQueryable<Conference> conferences)
    {
        var found = conferences.Where(c => (Theme == null || c.Group.Theme == Theme) && (Territory == null || c.Group.Territory == Territory));
        if (Replay)
            found = found.Where(c => c.State == ConferenceState.Ended && db.Recordings.Any(r => r.ConferenceId == c.Id && r.State == RecordingState.Published));
        foreach (var word in (Trainer ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            found = found.Where(c => c.Trainers.Any(t => EF.Functions.Like(TrainingDb.PlainWords(t.Member.Name), "%" + TrainingDb.PlainWords(word) + "%")));
        return found;
    }
}
