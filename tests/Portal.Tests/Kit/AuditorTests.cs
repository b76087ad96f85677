using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live;
using Training.Portal.Features.Recordings;
using Training.TestKit.Audit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Kit;

/// <summary>The auditor sees what it is there to see.</summary>
public sealed class AuditorTests
{
    [Fact]
    public async Task It_finds_nothing_wrong_where_all_is_well_and_names_each_thing_that_is_broken()
    {
        await using var portal = await PortalHost.StartAsync();
        var member = await portal.Given.MemberAsync();
        var conference = await portal.Given.ConferenceAsync(await portal.Given.GroupAsync(), member, state: ConferenceState.Live);
        await portal.Database.StoreAsync(new Recording { ConferenceId = conference.Id, State = RecordingState.Running, StartedAt = PortalHost.Beginning });
        var auditor = new Auditor(portal.Database) { Now = PortalHost.Beginning, MediaDirectory = portal.Files.Path };
        Assert.Empty(await auditor.FindAsync());

        await portal.Database.WithAsync(db => db.Conferences.ExecuteUpdateAsync(set => set
            .SetProperty(c => c.SeatsTaken, 3).SetProperty(c => c.State, ConferenceState.Ended)
            .SetProperty(c => c.WentLiveAt, PortalHost.Beginning).SetProperty(c => c.EndedAt, PortalHost.Beginning.AddHours(-1))));
        await portal.Database.StoreAsync(
            new Training.Portal.Features.Milestones.Milestone { ConferenceId = conference.Id, DueAt = PortalHost.Beginning.AddMinutes(-5) },
            new Participation { Id = Guid.NewGuid(), ConferenceId = conference.Id, MemberId = member.Id, EnteredAt = PortalHost.Beginning, LastSeenAt = PortalHost.Beginning });
        await BreakLedgerAsync(portal, member.Id);
        var found = string.Join('\n', await auditor.FindAsync());

        foreach (var wanted in new[] { "says 3 has 0", "overdue", "runs though its conference has ended", "still in a room", "without being a purchase", "not the sum of its lines", "counted no presence", "out of order" })
            Assert.Contains(wanted, found, StringComparison.Ordinal);
    }

    /// <summary>Only past every constraint and trigger can the ledger be wrong.</summary>
    private static Task<int> BreakLedgerAsync(PortalHost portal, int memberId) => portal.Database.WithAsync(db => db.Database.ExecuteSqlAsync(
        $"""
         ALTER TABLE points_entries DISABLE TRIGGER USER;
         ALTER TABLE points_entries DROP CONSTRAINT ck_points_entries_direction;
         INSERT INTO points_entries (member_id, amount, earned, reason, subject, facts, earned_at)
         SELECT m.id, -1, -1, 'AttendedLive', 'conference:9', jsonb_build_object(), now() FROM members m WHERE m.id = {memberId};
         """));

    [Fact]
    public async Task A_replay_published_without_its_files_is_found()
    {
        await using var portal = await PortalHost.StartAsync();
        var conference = await portal.Given.ConferenceAsync(await portal.Given.GroupAsync(), await portal.Given.MemberAsync(), state: ConferenceState.Ended);
        await portal.Database.StoreAsync(new Recording
        {
            ConferenceId = conference.Id,
            State = RecordingState.Published,
            StartedAt = PortalHost.Beginning,
            PublishedAt = PortalHost.Beginning,
            Version = "r0000000000000000",
        });

        var found = await new Auditor(portal.Database) { Now = PortalHost.Beginning, MediaDirectory = portal.Files.Path }.FindAsync();

        Assert.Equal([$"I4 conference {conference.Id} is published without a manifest"], found);
    }

    [Fact]
    public async Task Lost_seats_intruders_and_leftovers_are_found()
    {
        await using var portal = await PortalHost.StartAsync();
        var town = await portal.Given.CollectiviteAsync();
        var conference = await portal.Given.ConferenceAsync(
            await portal.Given.GroupAsync(privateTo: town), await portal.Given.MemberAsync(town), state: ConferenceState.DoorsOpen);
        var stranger = await portal.Given.MemberAsync();
        await portal.Database.StoreAsync(
            new Participation { Id = Guid.NewGuid(), ConferenceId = conference.Id, MemberId = stranger.Id, EnteredAt = PortalHost.Beginning, LastSeenAt = PortalHost.Beginning },
            new Recording { ConferenceId = conference.Id, State = RecordingState.Failed, Failure = "NothingUsable", StartedAt = PortalHost.Beginning });
        var media = portal.Files.Make("media");
        Directory.CreateDirectory(Path.Combine(media, "replays", $"{conference.Id}", ".work-of-a-dead-process"));

        var found = string.Join('\n', await new Auditor(portal.Database)
        {
            Now = PortalHost.Beginning,
            MediaDirectory = media,
            AcknowledgedSeats = [(conference.Id, stranger.Id)],
            Footprints = ([new("Portal", 120, 200), new("Janus", 30, 20)], [new("Portal", 190, 210), new("Janus", 31, 240)]),
        }.FindAsync());

        foreach (var wanted in new[] { "I2 a seat was acknowledged", "I5 someone in the room of a private group", "I9 conference", "I9 Portal held 120", "I9 Janus held 30" })
            Assert.Contains(wanted, found, StringComparison.Ordinal);
    }
}
