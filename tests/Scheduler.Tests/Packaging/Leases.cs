using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Training.Portal.Features.Live;
using Training.Portal.Features.Recordings;
using Training.Scheduler.Hosting;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;

namespace Training.Scheduler.Tests.Packaging;

public sealed class Leases : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(Ground.Now);
    private Ground ground = null!;

    public async ValueTask InitializeAsync() => ground = await Ground.LayAsync();

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task Of_ten_claims_at_once_one_is_granted()
    {
        await ground.RecordedAsync(raw: false);

        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => DeskAsync(desk => desk.ClaimNextAsync())));

        Assert.Single(claims, claim => claim is not null);
    }

    [Fact]
    public async Task A_claim_that_is_not_renewed_passes_on_and_its_late_result_settles_nothing()
    {
        await ground.RecordedAsync(raw: false);
        var first = await DeskAsync(desk => desk.ClaimNextAsync());
        clock.Advance(PackagingDesk.Lease + TimeSpan.FromSeconds(1));
        var second = await DeskAsync(desk => desk.ClaimNextAsync());

        Assert.NotNull(second);
        Assert.False(await DeskAsync(desk => desk.RenewAsync(first!, 10)));
        await DeskAsync(async desk =>
        {
            await desk.PublishAsync(first!, "r0000000000000000", TimeSpan.FromSeconds(1));
            return true;
        });
        Assert.Equal(RecordingState.Packaging, await StateAsync());
        Assert.True(await DeskAsync(desk => desk.RenewAsync(second, 10)));
        Assert.Equal(10, await ground.SeeAsync(db => db.Recordings.Select(r => r.Percent).SingleAsync()));
    }

    [Fact]
    public async Task How_far_a_packaging_is_stands_in_the_row_while_its_lease_is_renewed()
    {
        await ground.RecordedAsync(raw: false);
        await using var services = new ServiceCollection().AddScoped(_ => ground.Database.Open())
            .AddSingleton<TimeProvider>(clock).AddScoped<PackagingDesk>().BuildServiceProvider();
        var claim = await DeskAsync(desk => desk.ClaimNextAsync());

        await using var lease = new WorkLease<PackagingDesk>(
            (desk, percent, until) => desk.RenewAsync(claim!, percent, until), services.GetRequiredService<IServiceScopeFactory>(), CancellationToken.None);
        ((IProgress<double>)lease).Report(0.42);

        await Eventually.TrueAsync(() => ground.SeeAsync(db => db.Recordings.AnyAsync(r => r.Percent == 42)));
    }

    [Fact]
    public async Task A_packaging_that_keeps_failing_waits_longer_each_time_and_is_given_up_with_its_reason()
    {
        await ground.RecordedAsync(raw: false);
        var tries = 0;
        while (await DeskAsync(desk => desk.ClaimNextAsync()) is { } claim)
        {
            tries++;
            await DeskAsync(async desk =>
            {
                await desk.FailAsync(claim, "ToolFailed", hopeless: false);
                return true;
            });
            Assert.Null(await DeskAsync(desk => desk.ClaimNextAsync()));
            clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(8, tries);
        Assert.Equal(RecordingState.Failed, await StateAsync());
        Assert.Equal("ToolFailed", await ground.SeeAsync(db => db.Recordings.Select(r => r.Failure).SingleAsync()));
    }

    [Fact]
    public async Task Packaging_waits_for_the_engine_to_close_the_room_but_not_for_ever()
    {
        var conference = await ground.RecordedAsync(raw: false);
        await ground.SeeAsync(db => db.Recordings.ExecuteUpdateAsync(set => set.SetProperty(r => r.EndedAt, clock.GetUtcNow())));
        await ground.Database.StoreAsync(new LiveRoom { ConferenceId = conference.Id, RoomKey = "k", Secret = "s", Pin = "p", CreatedAt = clock.GetUtcNow() });

        Assert.Null(await DeskAsync(desk => desk.ClaimNextAsync()));

        clock.Advance(TimeSpan.FromSeconds(21));
        Assert.NotNull(await DeskAsync(desk => desk.ClaimNextAsync()));
    }

    private Task<T> DeskAsync<T>(Func<PackagingDesk, Task<T>> work) => ground.SeeAsync(db => work(new PackagingDesk(db, clock)));

    private Task<RecordingState> StateAsync() => ground.SeeAsync(db => db.Recordings.Select(r => r.State).SingleAsync());
}
