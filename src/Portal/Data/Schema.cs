using Microsoft.EntityFrameworkCore;

namespace Training.Portal.Data;

/// <summary>Installs the product's own tables. Run before either host starts; running it again changes nothing.</summary>
public static class Schema
{
    public static async Task InstallAsync(TrainingDb db, CancellationToken cancellationToken = default)
    {
        if (db.Database.GetMigrations().Any())
            await db.Database.MigrateAsync(cancellationToken);
        else
            await db.Database.EnsureCreatedAsync(cancellationToken);
    }
}
