using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Rooms;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Journeys.Live;

/// <summary>The room in real browsers: one portal with its engine for the tests of a class; each test's people leave with it, and with them their load.</summary>
public abstract class RoomTests(LiveStage stage) : IClassFixture<LiveStage>, IAsyncLifetime
{
    private RoomBrowser chromium = null!;

    protected LiveStage Stage { get; } = stage;

    public virtual async ValueTask InitializeAsync() => chromium = await RoomBrowser.OpenAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return chromium.DisposeAsync();
    }

    /// <param name="at">Another way to the portal than its own address.</param>
    protected async Task<Seated> SeatAsync(Member member, Conference conference, int width = 1280, int height = 800, string? script = null, Uri? at = null) =>
        await chromium.OpenAsync(at ?? Stage.Address, await Stage.CookieAsync(member), conference.Id, width, height, script);

    /// <summary>As the Scheduler does when the time has come: whoever waits at the door is told.</summary>
    protected async Task OpenDoorsAsync(Conference conference)
    {
        await Stage.Database.WithAsync(db =>
            db.Conferences.Where(c => c.Id == conference.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ConferenceState.DoorsOpen)));
        await Stage.WithAsync<RoomNews, bool>(async news =>
        {
            await news.TellAsync(conference.Id);
            return true;
        });
    }
}
