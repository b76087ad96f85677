using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Attendance;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Points;
using Training.Portal.Features.Recordings;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Attendance;

public sealed class AttendanceCountTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Presence_becomes_attendance_and_points_once_however_often_it_is_counted()
    {
        var (conference, regular, brief) = await EndedAsync();
        await BeatsAsync(conference, regular, (0, 25), (25.5, 50), (10, 20));
        await BeatsAsync(conference, brief, (0, 4));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DrainAsync()));
        await CountAgainAsync(conference);

        var attended = await portal.Database.WithAsync(db => db.Attendance.Where(a => a.ConferenceId == conference.Id).ToDictionaryAsync(a => a.MemberId, a => a.Seconds));
        Assert.Equal(new Dictionary<int, int> { [regular.Id] = 3000, [brief.Id] = 240 }, attended);
        var entry = await portal.Database.WithAsync(db => db.PointsEntries.SingleAsync(e => e.Subject == Earning.Conference(conference.Id)));
        Assert.Equal((regular.Id, 16, PointsReason.AttendedLive), (entry.MemberId, entry.Amount, entry.Reason));
    }

    [Fact]
    public async Task Its_trainer_earns_for_giving_it_once_when_somebody_came_and_nothing_alone()
    {
        var (heard, audience, _) = await EndedAsync();
        var (alone, _, _) = await EndedAsync();
        var (trainer, lonely) = (await TrainerAsync(heard), await TrainerAsync(alone));
        await BeatsAsync(heard, audience, (0, 50));
        await BeatsAsync(heard, trainer, (0, 50));
        await BeatsAsync(alone, lonely, (0, 50));

        await DrainAsync();
        await CountAgainAsync(heard);

        var given = await portal.Database.WithAsync(db => db.PointsEntries.SingleAsync(e => e.Reason == PointsReason.ConferenceGiven && e.MemberId == trainer.Id));
        Assert.Equal((30, heard.GroupId), (given.Amount, given.GroupId));
        Assert.False(await portal.Database.WithAsync(db => db.PointsEntries.AnyAsync(e => e.Reason == PointsReason.ConferenceGiven && e.MemberId == lonely.Id)));
    }

    [Fact]
    public async Task Who_ends_it_matters_not_and_what_the_end_leaves_to_do_is_written_with_it()
    {
        var conference = await LiveAsync();
        var member = await portal.Given.MemberAsync();
        await portal.Database.StoreAsync(
            new Participation { Id = Guid.NewGuid(), ConferenceId = conference.Id, MemberId = member.Id, EnteredAt = portal.Clock.GetUtcNow(), LastSeenAt = portal.Clock.GetUtcNow() });

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            portal.WithAsync<ConferenceLifecycle, LifecycleOutcome>(lifecycle => lifecycle.EndAsync(conference.Id))));

        Assert.Single(outcomes, LifecycleOutcome.Changed);
        var left = await portal.Database.WithAsync(db => db.Participations.SingleAsync(p => p.ConferenceId == conference.Id));
        var recording = await portal.Database.WithAsync(db => db.Recordings.SingleAsync(r => r.ConferenceId == conference.Id));
        Assert.NotNull(left.LeftAt);
        Assert.Equal((RecordingState.Waiting, left.LeftAt), (recording.State, recording.EndedAt));
        Assert.Equal(1, await portal.Database.WithAsync(db => db.Milestones.CountAsync(m => m.ConferenceId == conference.Id && m.Kind == MilestoneKind.CountAttendance)));
    }

    private async Task<(Conference Conference, Member Regular, Member Brief)> EndedAsync()
    {
        var conference = await LiveAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(55));
        await portal.WithAsync<ConferenceLifecycle, LifecycleOutcome>(lifecycle => lifecycle.EndAsync(conference.Id));
        return (conference, await portal.Given.MemberAsync(), await portal.Given.MemberAsync());
    }

    private Task<Member> TrainerAsync(Conference conference) => portal.Database.WithAsync(db =>
        db.ConferenceTrainers.Where(t => t.ConferenceId == conference.Id).Select(t => t.Member).SingleAsync());

    private async Task<Conference> LiveAsync()
    {
        var trainer = await portal.Given.MemberAsync();
        var conference = await portal.Given.ConferenceAsync(
            await portal.Given.GroupAsync(), trainer, startsAt: portal.Clock.GetUtcNow(), state: ConferenceState.DoorsOpen);
        await portal.WithAsync<ConferenceLifecycle, LifecycleOutcome>(lifecycle => lifecycle.GoLiveAsync(conference.Id));
        return await portal.Database.WithAsync(db => db.Conferences.SingleAsync(c => c.Id == conference.Id));
    }

    private Task BeatsAsync(Conference conference, Member member, params (double From, double To)[] minutes) =>
        portal.Database.StoreAsync([.. minutes.Select(m => new PresenceSpan
        {
            ConferenceId = conference.Id,
            MemberId = member.Id,
            ParticipationId = Guid.NewGuid(),
            StartedAt = conference.WentLiveAt!.Value.AddMinutes(m.From),
            LastBeatAt = conference.WentLiveAt!.Value.AddMinutes(m.To),
        })]);

    private Task<int> DrainAsync() => portal.WithAsync<MilestoneDrain, int>(drain => drain.DrainAsync());

    private Task<bool> CountAgainAsync(Conference conference) => portal.WithAsync<AttendanceCount, bool>(async count =>
    {
        var ended = await portal.Database.WithAsync(db => db.Conferences.SingleAsync(c => c.Id == conference.Id));
        await count.CountAsync(ended, portal.Clock.GetUtcNow());
        return true;
    });
}
