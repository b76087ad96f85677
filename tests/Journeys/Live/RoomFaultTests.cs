using Training.Portal.Features.Attendance;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.TestKit;
using Training.TestKit.Audit;
using Training.TestKit.Processes;

namespace Training.Journeys.Live;

/// <summary>Faults 1, 2, 3 and 28 in real browsers: parts of the product are killed under a live session, which goes on by itself.</summary>
[Collection(Alone.Name)]
public sealed class RoomFaultTests(RoomProduct started) : IClassFixture<RoomProduct>, IAsyncLifetime
{
    private readonly ProductProcesses product = started.Product;
    private readonly RoomBrowser chromium = started.Chromium;
    private Conference conference = null!;
    private Seated camille = null!;
    private Seated lea = null!;
    private IReadOnlyList<Footprint> before = [];

    public async ValueTask InitializeAsync()
    {
        var trainer = await product.Given.MemberAsync(name: "Camille Roche");
        var agent = await product.Given.MemberAsync(name: "Léa Martin");
        var group = await product.Given.GroupAsync("Commande publique");
        conference = await product.Given.ConferenceAsync(
            group, trainer, "Marchés publics : la réforme des seuils", TimeProvider.System.GetUtcNow(), state: ConferenceState.DoorsOpen);
        camille = await SeatAsync(trainer);
        await camille.EnterWithCameraAsync();
        lea = await SeatAsync(agent);
        await lea.EnterAsync();
        await camille.Page.ClickAsync("[data-action=start]");
        await lea.Page.WaitForSelectorAsync("#badge-recording:not([hidden])");
        await lea.SeesAndHearsAsync();
        before = product.Footprints();
    }

    public async ValueTask DisposeAsync()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(product.Portal.Output);
        await camille.Context.CloseAsync();
        await lea.Context.CloseAsync();
        await product.AuditAsync(before);
    }

    [Fact]
    public async Task The_Portal_killed_media_goes_on_meanwhile_and_everybody_comes_back()
    {
        await lea.SayAsync("Avant la panne");
        await camille.ReadsAsync("Avant la panne");
        var legs = await PeersAsync();

        await product.Portal.KillAsync();
        await lea.SeesAndHearsAsync();
        await lea.SayAsync("Pendant la panne");
        await product.Portal.StartAsync();

        await camille.ReadsAsync("Pendant la panne");
        await lea.CountsAsync(2);
        await lea.SeesAndHearsAsync();
        await camille.ReadsAsync("Avant la panne");
        Assert.Equal(legs, await PeersAsync());
        await using var db = product.Database.Open();
        Assert.Single(db.Feeds, feed => feed.ConferenceId == conference.Id);
        Assert.Equal(2, db.Participations.Count(p => p.ConferenceId == conference.Id && p.LeftAt == null));
    }

    [Fact]
    public async Task The_engine_killed_both_come_back_by_themselves_and_it_records_again()
    {
        // The engine keeps the last few kilobytes of a track in memory: a part counts once some of it is on disk.
        await Eventually.TrueAsync(() => RawFiles() == 2);

        await product.Janus.KillAsync();
        await product.Janus.RestartAsync();

        await lea.SeesAndHearsAsync(TimeSpan.FromSeconds(30));
        await Eventually.TrueAsync(() => RawFiles() >= 4);
        await using var db = product.Database.Open();
        Assert.Equal(2, db.Feeds.Count(f => f.ConferenceId == conference.Id));
        Assert.Equal(1, db.Feeds.Count(f => f.ConferenceId == conference.Id && f.EndedAt == null));
    }

    [Fact]
    public async Task The_engine_hanging_until_no_connection_holds_goes_on_by_itself()
    {
        product.Janus.Freeze();
        await lea.UntilAsync(() => lea.Page.IsVisibleAsync("#connection"), "told that sound and picture stopped");
        await lea.UntilAsync(async () => (await lea.StatsAsync()).Connected == 0, "no connection holds");
        product.Janus.Thaw();

        await lea.SeesAndHearsAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_cut_of_30_seconds_comes_back_by_itself_no_line_is_lost_and_attendance_is_one_interval()
    {
        var agent = await product.Given.MemberAsync(name: "Nadia Benali");
        await using var own = await RoomBrowser.LaunchAsync();
        var nadia = await own.OpenAsync(product.Address, product.Session(agent), conference.Id);
        await nadia.EnterAsync();
        await nadia.SeesAndHearsAsync();
        await Eventually.TrueAsync(() => PresenceOf(agent).Count == 1);

        own.Cut();
        await nadia.SayAsync("Écrit pendant la coupure");
        await camille.SayAsync("Dit pendant la coupure");
        await camille.CountsAsync(2, TimeSpan.FromSeconds(40));
        await nadia.UntilAsync(async () => (await nadia.StatsAsync()).Connected == 0 && await nadia.Page.IsVisibleAsync("#connection"), "she is told that nothing passes");
        var mended = TimeProvider.System.GetUtcNow();
        own.Mend();

        await nadia.SeesAndHearsAsync(TimeSpan.FromSeconds(20));
        await nadia.ReadsAsync("Dit pendant la coupure");
        await camille.ReadsAsync("Écrit pendant la coupure");
        await camille.CountsAsync(3);
        await Eventually.TrueAsync(() => PresenceOf(agent)[^1].To > mended);
        Assert.Single(PresenceOf(agent));
        await using var db = product.Database.Open();
        Assert.Equal(1, db.Participations.Count(p => p.ConferenceId == conference.Id && p.MemberId == agent.Id));
    }

    /// <summary>The member's presence, as it will be counted.</summary>
    private IReadOnlyList<Interval> PresenceOf(Member member)
    {
        using var db = product.Database.Open();
        var spans = db.PresenceSpans.Where(s => s.ConferenceId == conference.Id && s.MemberId == member.Id).ToList();
        return PresenceIntervals.Merge(
            spans.Select(s => new Interval(s.StartedAt, s.LastBeatAt)), new Interval(DateTimeOffset.MinValue, DateTimeOffset.MaxValue), TimeSpan.FromSeconds(60));
    }

    private async Task<Seated> SeatAsync(Member member) =>
        await chromium.OpenAsync(product.Address, product.Session(member), conference.Id);

    private int RawFiles() => Directory.EnumerateFiles(Path.Combine(product.MediaDirectory, "raw", $"{conference.Id}"), "*.mjr").Count(f => new FileInfo(f).Length > 0);

    private async Task<double> PeersAsync() => (await lea.StatsAsync()).Opened + (await camille.StatsAsync()).Opened;
}
