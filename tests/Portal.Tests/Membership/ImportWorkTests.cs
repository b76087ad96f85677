using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership.Import;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

/// <summary>An import's work under its lease: done once, whole or not at all, whatever becomes of the process.</summary>
public sealed class ImportWorkTests : IAsyncLifetime
{
    private const string Csv = "type,nom,siren\ncommune,Une,219930001\ncommune,Deux,219930002\n";
    private PortalHost portal = null!;

    public async ValueTask InitializeAsync() => portal = await PortalHost.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Of_ten_claims_at_once_one_is_granted()
    {
        await ApplyingAsync();
        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => portal.ClaimAsync()));
        Assert.Single(claims, claim => claim is not null);
    }

    [Fact]
    public async Task Of_two_imports_begun_at_the_same_instant_one_is_refused()
    {
        var ids = new[] { await ReadyAsync(), await ReadyAsync(), await ReadyAsync() };
        var answers = await Task.WhenAll(ids.Select(id => portal.WithAsync((RegisterImportDesk desk) => desk.ApplyAsync(id))));
        Assert.Single(answers, ApplyAnswer.Begun);
        Assert.Equal(2, answers.Count(a => a == ApplyAnswer.AnotherUnderWay));
    }

    [Fact]
    public async Task Stopped_in_the_middle_nothing_is_written_and_it_begins_anew_at_once()
    {
        var id = await ApplyingAsync();
        var claim = await portal.ClaimAsync();
        using var stop = new CancellationTokenSource();
        var stopping = new Acting(ImportProgress.Added, stop.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => portal.DoAsync(claim!, stopping, stop.Token));
        Assert.True(stopping.Done);
        Assert.Equal(0, await BodiesAsync());
        await portal.WithAsync(async (ImportClaims claims) =>
        {
            await claims.ReleaseAsync(claim!);
            return 0;
        });

        await portal.WorkAsync();
        Assert.Equal((RegisterImportState.Applied, 1), ((await RowAsync(id)).State, (await RowAsync(id)).Attempts));
        Assert.Equal(2, await BodiesAsync());
    }

    [Fact]
    public async Task Of_a_killed_process_nothing_is_left_its_lease_passes_on_and_whatever_it_still_does_is_taken_back()
    {
        var id = await ApplyingAsync();
        var killed = await portal.ClaimAsync();
        Assert.Null(await portal.ClaimAsync());
        portal.Clock.Advance(ImportClaims.Lease + TimeSpan.FromSeconds(1));
        var next = await portal.ClaimAsync();
        Assert.NotNull(next);

        await portal.DoAsync(killed!);
        Assert.Equal((RegisterImportState.Applying, 0), ((await RowAsync(id)).State, await BodiesAsync()));
        Assert.False(await portal.WithAsync((ImportClaims claims) => claims.RenewAsync(killed!, 90)));
        await portal.DoAsync(next);
        Assert.Equal((RegisterImportState.Applied, 2), ((await RowAsync(id)).State, await BodiesAsync()));
        Assert.Null((await RowAsync(id)).Content);
    }

    [Fact]
    public async Task Work_that_no_process_ends_is_given_back_to_the_administrator_who_may_start_it_again()
    {
        var id = await ApplyingAsync();
        for (var i = 0; i < ImportClaims.MostAttempts; i++)
        {
            Assert.NotNull(await portal.ClaimAsync());
            portal.Clock.Advance(ImportClaims.Lease + TimeSpan.FromSeconds(1));
        }

        Assert.Null(await portal.ClaimAsync());
        Assert.Equal((RegisterImportState.Ready, nameof(ImportFailure.Interrupted)), ((await RowAsync(id)).State, (await RowAsync(id)).Failure));
        using var browser = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(administrator: true));
        var page = await browser.GetAsync($"/administration/registre/{id}");
        Assert.Contains("s’est interrompu", page.Texts("[role=alert]").Single(), StringComparison.Ordinal);
        await page.Form("main form").SubmitAsync();
        await portal.WorkAsync();
        Assert.Equal(RegisterImportState.Applied, (await RowAsync(id)).State);
    }

    [Fact]
    public async Task A_failure_leaves_nothing_and_says_so()
    {
        var id = await ApplyingAsync();
        var failing = new Acting(ImportProgress.Added, () => throw new InvalidOperationException("essai"));
        await portal.DoAsync((await portal.ClaimAsync())!, failing);
        Assert.Equal((RegisterImportState.Ready, nameof(ImportFailure.Unexpected), 0), ((await RowAsync(id)).State, (await RowAsync(id)).Failure, await BodiesAsync()));
    }

    private async Task<int> ReadyAsync()
    {
        var import = new RegisterImport
        {
            FileName = "registre.csv",
            UploadedAt = portal.Clock.GetUtcNow(),
            State = RegisterImportState.Ready,
            Content = Packed(),
            Figures = """{"Lines":2,"Bodies":2,"Added":2,"Refusals":{},"Domains":[],"Changes":[]}""",
        };
        await portal.Database.StoreAsync(import);
        return import.Id;
    }

    private async Task<int> ApplyingAsync()
    {
        var id = await ReadyAsync();
        Assert.Equal(ApplyAnswer.Begun, await portal.WithAsync((RegisterImportDesk desk) => desk.ApplyAsync(id)));
        return id;
    }

    private static byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(Csv));
        return packed.ToArray();
    }

    private Task<RegisterImport> RowAsync(int id) => portal.Database.WithAsync(db => db.RegisterImports.SingleAsync(i => i.Id == id));

    private Task<int> BodiesAsync() => portal.Database.WithAsync(db => db.Collectivites.CountAsync(c => c.Siren!.StartsWith("21993")));

    /// <summary>Does something once the work is so far.</summary>
    private sealed class Acting(double at, Action act) : IProgress<double>
    {
        public bool Done { get; private set; }

        public void Report(double value)
        {
            if (value < at || Done)
                return;
            Done = true;
            act();
        }
    }
}
