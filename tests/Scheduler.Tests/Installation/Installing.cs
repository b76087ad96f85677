using Npgsql;
using Training.Scheduler.Tests.Kit;

namespace Training.Scheduler.Tests.Installation;

public sealed class Installing
{
    [Fact]
    public async Task Every_schema_is_installed_once_by_two_installations_at_once_on_an_empty_database()
    {
        await using var ground = await Ground.LayAsync();
        await using var database = NpgsqlDataSource.Create(ground.Settings["ConnectionStrings:Training"]);
        await RunAsync(database, "DROP SCHEMA quartz CASCADE; DROP SCHEMA hangfire CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");

        await Task.WhenAll(ground.InstallAsync(), ground.InstallAsync());

        await using var count = database.CreateCommand(
            "SELECT count(DISTINCT table_schema) FROM information_schema.tables WHERE table_name IN ('milestones', 'qrtz_triggers', 'job')");
        Assert.Equal(3L, await count.ExecuteScalarAsync());
        await using var node = await SchedulerNode.StartAsync(ground);
    }

    private static async Task RunAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
