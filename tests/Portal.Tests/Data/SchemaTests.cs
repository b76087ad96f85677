using Microsoft.EntityFrameworkCore;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Data;

public sealed class SchemaTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public void The_migrations_say_what_the_model_says()
    {
        using var db = portal.Database.Open();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Installing_again_changes_nothing()
    {
        await using var db = portal.Database.Open();

        await Training.Portal.Data.Schema.InstallAsync(db);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }
}
