using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Recordings;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Shared;

namespace Training.Portal.Tests.Registrations;

public sealed class RegistrationRuleTests
{
    [Theory]
    [InlineData(ConferenceState.Planned, 29, GroupDoor.Open, null, false, null)]
    [InlineData(ConferenceState.Live, 29, GroupDoor.Open, null, false, null)]
    [InlineData(ConferenceState.Planned, 30, GroupDoor.Open, null, false, RegistrationRefusal.Full)]
    [InlineData(ConferenceState.Planned, 30, GroupDoor.Open, null, true, null)]
    [InlineData(ConferenceState.Ended, 0, GroupDoor.Open, null, false, RegistrationRefusal.Closed)]
    [InlineData(ConferenceState.Cancelled, 0, GroupDoor.Open, null, true, RegistrationRefusal.Closed)]
    [InlineData(ConferenceState.Planned, 0, GroupDoor.Collectivite, null, false, RegistrationRefusal.NotInGroup)]
    [InlineData(ConferenceState.Planned, 30, GroupDoor.Collectivite, null, false, RegistrationRefusal.NotInGroup)]
    [InlineData(ConferenceState.Planned, 0, GroupDoor.Collectivite, GroupRole.Member, false, null)]
    public void A_seat_is_given_or_refused_by_name(
        ConferenceState state, int taken, GroupDoor door, GroupRole? role, bool registered, RegistrationRefusal? refusal) =>
        Assert.Equal(refusal, RegistrationRule.Refusal(new RegistrationFacts(state, taken, 30, door, role, registered)));

    [Theory]
    [InlineData(ConferenceState.Planned, 0, false, false, false, null, CardState.Look)]
    [InlineData(ConferenceState.Planned, 0, true, false, false, null, CardState.MayRegister)]
    [InlineData(ConferenceState.Planned, 30, true, false, false, null, CardState.Full)]
    [InlineData(ConferenceState.Planned, 30, true, true, false, null, CardState.Registered)]
    [InlineData(ConferenceState.Planned, 0, true, false, true, null, CardState.Look)]
    [InlineData(ConferenceState.DoorsOpen, 0, true, false, false, null, CardState.MayJoin)]
    [InlineData(ConferenceState.DoorsOpen, 30, true, false, false, null, CardState.Full)]
    [InlineData(ConferenceState.DoorsOpen, 30, true, false, true, null, CardState.MayJoin)]
    [InlineData(ConferenceState.Live, 30, true, true, false, null, CardState.Live)]
    [InlineData(ConferenceState.Live, 30, false, false, false, null, CardState.Live)]
    [InlineData(ConferenceState.Ended, 0, true, false, false, RecordingState.Published, CardState.HasReplay)]
    [InlineData(ConferenceState.Ended, 0, true, false, false, RecordingState.Packaging, CardState.ReplaySoon)]
    [InlineData(ConferenceState.Ended, 0, true, false, false, RecordingState.Failed, CardState.Ended)]
    [InlineData(ConferenceState.Ended, 0, true, false, false, null, CardState.Ended)]
    [InlineData(ConferenceState.Cancelled, 0, true, true, false, null, CardState.Cancelled)]
    public void The_one_button_follows_from_the_reader_s_state(
        ConferenceState state, int taken, bool signedIn, bool registered, bool trainer, RecordingState? recording, CardState card) =>
        Assert.Equal(card, CardStateRule.Of(new CardFacts(
            new RegistrationFacts(state, taken, 30, GroupDoor.Open, null, registered), signedIn, trainer, recording)));
}
