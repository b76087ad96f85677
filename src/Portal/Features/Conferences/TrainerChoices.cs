using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;

namespace Training.Portal.Features.Conferences;

public sealed record TrainerChoice(int MemberId, string Name, string Collectivite);

/// <summary>Who may be picked as trainer of a conference: the group's trainers and animators, and who already is one.</summary>
public sealed class TrainerChoices(TrainingDb db)
{
    public Task<List<TrainerChoice>> OfAsync(int groupId, int? conferenceId = null, CancellationToken cancellationToken = default) =>
        db.Members
            .Where(m => db.GroupMemberships.Any(g => g.GroupId == groupId && g.MemberId == m.Id && (g.Role == GroupRole.Trainer || g.Role == GroupRole.Animator))
                || db.ConferenceTrainers.Any(t => t.ConferenceId == conferenceId && t.MemberId == m.Id && !t.CoHost))
            .OrderBy(m => m.Name).ThenBy(m => m.Id)
            .Select(m => new TrainerChoice(m.Id, m.Name, m.Collectivite.Name)).ToListAsync(cancellationToken);
}
