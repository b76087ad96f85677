using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Milestones;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Milestones;

/// <summary>Doors of one instant open many in a transaction; each by its own rule, and none because of another.</summary>
public sealed class DoorsTogetherTests : IAsyncLifetime
{
    private PortalHost portal = null!;
    private Group group = null!;
    private Member trainer = null!;

    public async ValueTask InitializeAsync()
    {
        // At the real time, by which the line to an engine that is not there is given up: soon.
        portal = await PortalHost.StartAsync(options =>
        {
            options.Clock = TimeProvider.System;
            options.Settings["Training:Rooms:Janus:ConnectWait"] = "00:00:00.010";
        });
        (group, trainer) = (await portal.Given.GroupAsync(), await portal.Given.MemberAsync());
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Each_is_decided_by_its_own_rule_among_others()
    {
        (ConferenceState Before, int StartsInMinutes, ConferenceState After, MilestoneOutcome Outcome)[] table =
        [
            (ConferenceState.Planned, 15, ConferenceState.DoorsOpen, MilestoneOutcome.Done),
            (ConferenceState.Planned, -59, ConferenceState.DoorsOpen, MilestoneOutcome.Done),
            (ConferenceState.Planned, -61, ConferenceState.Planned, MilestoneOutcome.Missed),
            (ConferenceState.DoorsOpen, 15, ConferenceState.DoorsOpen, MilestoneOutcome.Done),
            (ConferenceState.Live, 0, ConferenceState.Live, MilestoneOutcome.Done),
            (ConferenceState.Cancelled, 15, ConferenceState.Cancelled, MilestoneOutcome.Obsolete),
        ];
        var conferences = await DueAsync(55);
        foreach (var (before, startsInMinutes, _, _) in table)
            conferences.Add(await DueAsync(before, startsInMinutes));

        Assert.Equal(conferences.Count, await DrainAsync());

        var alike = Enumerable.Repeat((ConferenceState.DoorsOpen, (MilestoneOutcome?)MilestoneOutcome.Done), 55);
        Assert.Equal([.. alike, .. table.Select(row => (row.After, (MilestoneOutcome?)row.Outcome))], await StandingsAsync(conferences));
    }

    [Fact]
    public async Task One_that_may_not_open_yet_waits_to_be_tried_again_and_keeps_no_other_shut()
    {
        var early = await DueAsync(ConferenceState.Planned, startsInMinutes: 20);
        var others = await DueAsync(3);
        var begun = Now;

        await DrainAsync();

        Assert.Equal((ConferenceState.Planned, null), await StandingAsync(early));
        var again = await portal.Database.WithAsync(db => db.Milestones.SingleAsync(m => m.ConferenceId == early));
        Assert.Equal(1, again.Failures);
        Assert.InRange(again.RetryAt!.Value, begun + MilestoneRetry.After(1), Now + MilestoneRetry.After(1));
        Assert.All(await StandingsAsync(others), standing => Assert.Equal(ConferenceState.DoorsOpen, standing.State));

        var later = await DueAsync(ConferenceState.Planned, startsInMinutes: 15);
        Assert.Equal(1, await DrainAsync());
        Assert.Equal(ConferenceState.DoorsOpen, (await StandingAsync(later)).State);
    }

    [Fact]
    public async Task What_is_not_due_and_what_a_trainer_is_changing_just_now_are_left_for_later()
    {
        var coming = await DueAsync(ConferenceState.Planned, startsInMinutes: 15, dueInMinutes: 1);
        var (held, free) = (await DueAsync(ConferenceState.Planned, 15), await DueAsync(ConferenceState.Planned, 15));
        await using (var trainerAtWork = await portal.Database.Source.OpenConnectionAsync())
        {
            await using var change = await trainerAtWork.BeginTransactionAsync();
            await new NpgsqlCommand($"SELECT 1 FROM conferences WHERE id = {held} FOR UPDATE", trainerAtWork, change).ExecuteNonQueryAsync();
            Assert.Equal(1, await DrainAsync());
        }

        Assert.Equal(
            [(ConferenceState.Planned, (MilestoneOutcome?)null), (ConferenceState.Planned, null), (ConferenceState.DoorsOpen, MilestoneOutcome.Done)],
            await StandingsAsync([coming, held, free]));
        Assert.Equal(1, await DrainAsync());
        Assert.Equal((ConferenceState.DoorsOpen, MilestoneOutcome.Done), await StandingAsync(held));
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private Task<int> DrainAsync() => portal.WithAsync((MilestoneDrain drain) => drain.DrainAsync());

    private async Task<List<int>> DueAsync(int count)
    {
        List<int> all = [];
        while (all.Count < count)
            all.Add(await DueAsync(ConferenceState.Planned, startsInMinutes: 15));
        return all;
    }

    private async Task<int> DueAsync(ConferenceState state, int startsInMinutes, int dueInMinutes = 0)
    {
        var now = Now;
        var conference = await portal.Given.ConferenceAsync(group, trainer, startsAt: now.AddMinutes(startsInMinutes), state: state);
        await portal.Database.StoreAsync(new Milestone { ConferenceId = conference.Id, Kind = MilestoneKind.DoorsOpen, DueAt = now.AddMinutes(dueInMinutes) });
        return conference.Id;
    }

    private async Task<(ConferenceState State, MilestoneOutcome? Outcome)> StandingAsync(int conference) => (await StandingsAsync([conference])).Single();

    private Task<List<(ConferenceState State, MilestoneOutcome? Outcome)>> StandingsAsync(List<int> conferences) => portal.Database.WithAsync(async db =>
        (await db.Milestones.Where(m => conferences.Contains(m.ConferenceId)).Join(db.Conferences, m => m.ConferenceId, c => c.Id, (m, c) => new { m.ConferenceId, c.State, m.Outcome }).ToListAsync())
            .OrderBy(s => conferences.IndexOf(s.ConferenceId)).Select(s => (s.State, s.Outcome)).ToList());
}
