using Training.Portal.Features.Conferences;

namespace Training.Portal.Tests.Conferences;

public sealed class ConferenceRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(ConferenceState.Planned, 60, 2, null)]
    [InlineData(ConferenceState.DoorsOpen, 60, 2, null)]
    [InlineData(ConferenceState.Live, 0, 2, null)]
    [InlineData(ConferenceState.Live, 60, 2, ConferenceRefusal.Live)]
    [InlineData(ConferenceState.Ended, 0, 2, ConferenceRefusal.Over)]
    [InlineData(ConferenceState.Cancelled, 60, 2, ConferenceRefusal.Over)]
    [InlineData(ConferenceState.Planned, 0, 1, ConferenceRefusal.ChangedMeanwhile)]
    public void What_has_begun_does_not_move_and_what_is_over_does_not_change(ConferenceState state, int minutesLater, int seen, ConferenceRefusal? refusal)
    {
        var conference = Conference();
        conference.State = state;
        Assert.Equal(refusal, ConferenceRule.ChangeRefusal(conference, Plan(conference.StartsAt.AddMinutes(minutesLater)), seen));
    }

    [Theory]
    [InlineData(-1, 30, 1, ConferenceFormRefusal.StartsInPast)]
    [InlineData(0, 30, 1, ConferenceFormRefusal.StartsInPast)]
    [InlineData(60 * 24 * 800, 30, 1, ConferenceFormRefusal.StartsTooFar)]
    [InlineData(60, 4, 1, ConferenceFormRefusal.CapacityBelowSeats)]
    [InlineData(60, 5, 2, ConferenceFormRefusal.TrainerNotInGroup)]
    [InlineData(60, 5, 1, null)]
    public void A_plan_is_refused_by_name(int minutesFromNow, int capacity, int trainer, ConferenceFormRefusal? refusal)
    {
        var plan = Plan(Now.AddMinutes(minutesFromNow)) with { Capacity = capacity, Trainers = [trainer] };
        var refusals = ConferenceRule.FormRefusals(plan, Conference(), new HashSet<int> { 1 }, Now).Select(r => r.Refusal);
        Assert.Equal(refusal is { } one ? [one] : [], refusals);
    }

    [Fact]
    public void A_conference_under_way_may_be_edited_although_its_start_has_passed()
    {
        var conference = Conference();
        conference.StartsAt = Now.AddMinutes(-30);
        Assert.Empty(ConferenceRule.FormRefusals(Plan(conference.StartsAt), conference, new HashSet<int> { 1 }, Now));
    }

    [Theory]
    [InlineData(ConferenceState.DoorsOpen, 10, ConferenceState.DoorsOpen)]
    [InlineData(ConferenceState.DoorsOpen, 60, ConferenceState.Planned)]
    [InlineData(ConferenceState.Planned, 10, ConferenceState.Planned)]
    [InlineData(ConferenceState.Live, 60, ConferenceState.Live)]
    public void Doors_close_again_when_the_start_moves_away(ConferenceState state, int minutesFromNow, ConferenceState after) =>
        Assert.Equal(after, ConferenceRule.StateAfterMove(state, Now.AddMinutes(minutesFromNow), Now, TimeSpan.FromMinutes(15)));

    private static Conference Conference() => new()
    {
        Title = "Titre",
        CalendarUid = "x",
        StartsAt = Now.AddDays(1),
        EndsAt = Now.AddDays(1).AddHours(1),
        Capacity = 30,
        SeatsTaken = 5,
        Revision = 2,
    };

    private static ConferencePlan Plan(DateTimeOffset start) => new("Titre", "", start, start.AddHours(1), 30, [1]);
}
