using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Features.Membership.Import;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;

namespace Training.Scheduler.Tests.Imports;

/// <summary>The country's register, imported behind the administrator's back.</summary>
public sealed class RegisterImporting : IAsyncLifetime
{
    private const int Bodies = 36_370;
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(4);
    private Ground ground = null!;

    public async ValueTask InitializeAsync() => ground = await Ground.LayAsync();

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task A_scheduler_killed_in_the_middle_leaves_nothing_half_and_the_next_one_imports_it_all()
    {
        var id = await GivenAsync();
        await using (var doomed = await SchedulerProcess.StartAsync(ground))
        await using (await HeldAsync())
        {
            // Every body is written, its last step waits, and the page says how far it is.
            await Eventually.TrueAsync(() => ground.SeeAsync(db => db.RegisterImports.AnyAsync(i => i.Percent == 90)), Long);
            await doomed.KillAsync();
        }

        Assert.Equal(0, await BodiesAsync());
        await using var next = await SchedulerProcess.StartAsync(ground);
        await Eventually.TrueAsync(() => ground.SeeAsync(db => db.RegisterImports.AnyAsync(i => i.State == RegisterImportState.Applied)), Long);
        var applied = await ground.SeeAsync(db => db.RegisterImports.SingleAsync(i => i.Id == id));
        Assert.Equal((2, null), (applied.Attempts, applied.Content));
        Assert.Equal(Bodies, await BodiesAsync());
        Assert.Contains($"\"Added\": {Bodies}", applied.Figures, StringComparison.Ordinal);
    }

    /// <summary>Keeps the domains from being written, and with them the end of the import.</summary>
    private async Task<NpgsqlConnection> HeldAsync()
    {
        var connection = new NpgsqlConnection(ground.Database.ConnectionString);
        await connection.OpenAsync();
        await using var hold = new NpgsqlCommand("BEGIN; LOCK TABLE collectivite_domains IN ACCESS EXCLUSIVE MODE", connection);
        await hold.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task<int> GivenAsync()
    {
        var import = new RegisterImport
        {
            FileName = "collectivites-cog2026.csv",
            UploadedAt = Ground.Now,
            State = RegisterImportState.Applying,
            Content = await File.ReadAllBytesAsync(Repository.PathOf("tests", "Portal.Tests", "Membership", "Data", "collectivites-cog2026.csv.gz")),
        };
        await ground.Database.StoreAsync(import);
        return import.Id;
    }

    private Task<int> BodiesAsync() => ground.SeeAsync(db => db.Collectivites.CountAsync());
}
