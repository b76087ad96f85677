using Training.Media.Recording;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Recordings;
using Training.TestKit;

namespace Training.Scheduler.Tests.Kit;

internal static class Recorded
{
    /// <summary>An ended session whose recording waits to be packaged; with the demonstration's raw tracks unless told not to.</summary>
    public static async Task<Conference> RecordedAsync(this Ground ground, bool raw = true)
    {
        var trainer = await ground.Given.MemberAsync();
        var group = await ground.Given.GroupAsync();
        var live = Ground.Now.AddMinutes(-10);
        var conference = await ground.Given.ConferenceAsync(group, trainer, startsAt: live, state: ConferenceState.Ended);
        await ground.SeeAsync(async db =>
        {
            var row = (await db.Conferences.FindAsync(conference.Id))!;
            (row.WentLiveAt, row.EndedAt) = (live, live.AddMinutes(2));
            return await db.SaveChangesAsync();
        });
        if (raw)
            RawTracks.CopyAt(Repository.PathOf("infra", "demo", "raw"), Path.Combine(ground.MediaDirectory, "raw", $"{conference.Id}"), live);
        await ground.Database.StoreAsync(new Training.Portal.Features.Recordings.Recording
        {
            ConferenceId = conference.Id,
            State = RecordingState.Waiting,
            StartedAt = live,
            EndedAt = live.AddMinutes(2),
            NextTryAt = live.AddMinutes(2),
        });
        return conference;
    }
}
