using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Conferences.Drafts;

/// <param name="StartsAt">Null while no day is chosen.</param>
public sealed record DraftLine(int Id, string Title, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt);

/// <summary>The drafts of a group, for those who schedule there: the caller asks first.</summary>
public sealed class DraftList(TrainingDb db)
{
    private const int Shown = 50;

    public Task<List<DraftLine>> OfGroupAsync(int groupId, CancellationToken cancellationToken = default) =>
        db.Conferences.Where(c => c.GroupId == groupId && c.State == ConferenceState.Draft)
            .OrderBy(c => c.StartsAt).ThenBy(c => c.Id).Take(Shown)
            .Select(c => new DraftLine(c.Id, c.Title, c.Undated ? null : c.StartsAt, c.Undated ? null : c.EndsAt)).ToListAsync(cancellationToken);
}
