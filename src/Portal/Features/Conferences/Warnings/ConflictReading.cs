using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Conferences.Warnings;

/// <summary>Another conference at the same time.</summary>
/// <param name="Title">Null where the reader may not know of it: that a colleague is busy is said, not with what.</param>
/// <param name="Trainers">Whoever is asked for twice; empty when it is the group.</param>
public sealed record Conflict(string? Title, IReadOnlyList<string> Trainers);

/// <summary>Published conferences that overlap: of the same group, or with the same trainer. One query for a whole series.</summary>
public sealed class ConflictReading(TrainingDb db)
{
    /// <returns>For each slot, in its order.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<Conflict>>> OfAsync(IReadOnlyList<Slot> slots, Reader reader, CancellationToken cancellationToken = default)
    {
        if (slots.Count == 0)
            return [];
        var taken = await TakenAsync(slots, reader, cancellationToken);
        return [.. slots.Select(slot => (IReadOnlyList<Conflict>)[.. taken.Where(t => t.Id != slot.ConferenceId && slot.Overlaps(t.StartsAt, t.EndsAt)).Select(t => Of(slot, t)).OfType<Conflict>()])];
    }

    private async Task<List<Taken>> TakenAsync(IReadOnlyList<Slot> slots, Reader reader, CancellationToken cancellationToken)
    {
        var (from, until) = (slots.Min(s => s.StartsAt), slots.Max(s => s.EndsAt));
        int[] groups = [.. slots.Select(s => s.GroupId).Distinct()];
        int[] trainers = [.. slots.SelectMany(s => s.Trainers).Distinct()];
        var known = ConferenceAccess.Listed(db, reader);
        return await db.Conferences
            .Where(c => c.StartsAt < until && c.EndsAt > from
                && (c.State == ConferenceState.Planned || c.State == ConferenceState.DoorsOpen || c.State == ConferenceState.Live)
                && (groups.Contains(c.GroupId) || c.Trainers.Any(t => trainers.Contains(t.MemberId))))
            .OrderBy(c => c.StartsAt).ThenBy(c => c.Id)
            .Select(c => new Taken(
                c.Id, c.GroupId, known.Any(k => k.Id == c.Id) ? c.Title : null, c.StartsAt, c.EndsAt,
                c.Trainers.Where(t => trainers.Contains(t.MemberId)).Select(t => new Person(t.MemberId, t.Member.Name)).ToList()))
            .ToListAsync(cancellationToken);
    }

    /// <summary>A trainer asked for twice is worth more than the group's hour: it is said instead.</summary>
    private static Conflict? Of(Slot slot, Taken taken)
    {
        var asked = taken.Trainers.Where(t => slot.Trainers.Contains(t.MemberId)).Select(t => t.Name).Order(StringComparer.CurrentCulture).ToList();
        return asked.Count > 0 || taken.GroupId == slot.GroupId ? new Conflict(taken.Title, asked) : null;
    }

    private sealed record Taken(int Id, int GroupId, string? Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, List<Person> Trainers);

    private sealed record Person(int MemberId, string Name);
}
