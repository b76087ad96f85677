using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Journeys.Live;

/// <summary>What trainers see while they rehearse: nothing that counts people or takes their words, until the doors open.</summary>
[Collection(Alone.Name)]
public sealed class RehearsalLookTests(LiveStage stage) : RoomTests(stage)
{
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task A_rehearsal_counts_nobody_and_takes_no_word_until_the_doors_open(int width, int height)
    {
        var trainer = await Stage.Given.MemberAsync(name: "Camille Roche");
        var conference = await RehearsedAsync(trainer);
        var camille = await SeatAsync(trainer, conference, width, height);
        await camille.IsToldAsync("#lobby-status", "Répétition jusqu’à");
        await camille.IsToldAsync("#lobby-note .in-rehearsal", "Seuls ceux qui animent la session entrent");
        await camille.LooksRightAsync($"rehearsal-lobby-{width}");
        await camille.EnterWithCameraAsync();
        await camille.IsToldAsync(".room-badges .in-rehearsal", "Répétition, non enregistrée");
        await camille.IsToldAsync(".chat-scroll .in-rehearsal", "la discussion est fermée");
        Assert.False(await camille.Page.IsVisibleAsync("#count"));
        Assert.False(await camille.Page.IsVisibleAsync("#chat-text"));
        await camille.LooksRightAsync($"rehearsal-room-{width}");

        await OpenDoorsAsync(conference);
        await camille.UntilAsync(() => camille.Page.IsVisibleAsync("#chat-text"), "one may write");
        Assert.True(await camille.Page.IsVisibleAsync("#count"));
        Assert.False(await camille.Page.IsVisibleAsync(".room-badges .in-rehearsal"));
    }

    private async Task<Conference> RehearsedAsync(Member trainer)
    {
        var now = TimeProvider.System.GetUtcNow();
        var conference = await Stage.Given.ConferenceAsync(await Stage.Given.GroupAsync("Finances"), trainer, "Le débat budgétaire", now.AddHours(2));
        await Stage.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.RehearsesAt, now.AddMinutes(-1)).SetProperty(c => c.RehearsesUntil, now.AddMinutes(20))));
        return conference;
    }
}
