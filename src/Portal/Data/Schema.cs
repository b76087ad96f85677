using Microsoft.EntityFrameworkCore;

namespace Training.Portal.Data;

/// <summary>Installs the product's own tables. Run before either host starts; running it again changes nothing.</summary>
public static class Schema
{
    public static Task InstallAsync(TrainingDb db, CancellationToken cancellationToken = default) =>
        db.Database.MigrateAsync(cancellationToken);
}
