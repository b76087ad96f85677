using Training.Portal.Features.Conferences;
using Training.Portal.Features.Milestones;

namespace Training.Scheduler.Tests.Kit;

internal static class Planned
{
    /// <summary>Conferences whose doors open at the instant, with their milestones; they start 15 minutes later and last an hour.</summary>
    public static async Task<List<Conference>> ConferencesAsync(this Ground ground, int count, DateTimeOffset doors)
    {
        var trainer = await ground.Given.MemberAsync();
        var group = await ground.Given.GroupAsync();
        var planned = new List<Conference>();
        for (var i = 0; i < count; i++)
            planned.Add(await ground.Given.ConferenceAsync(group, trainer, startsAt: doors.AddMinutes(15)));
        await ground.Database.StoreAsync([.. planned.SelectMany(Milestones)]);
        return planned;
    }

    public static async Task<Conference> ConferenceAsync(this Ground ground, DateTimeOffset doors) => (await ground.ConferencesAsync(1, doors))[0];

    private static IEnumerable<Milestone> Milestones(Conference conference) =>
    [
        new() { ConferenceId = conference.Id, Kind = MilestoneKind.DoorsOpen, DueAt = conference.StartsAt.AddMinutes(-15) },
        new() { ConferenceId = conference.Id, Kind = MilestoneKind.End, DueAt = conference.EndsAt.AddMinutes(15) },
    ];
}
