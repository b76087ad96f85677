using Training.TestKit.Postgres;

namespace Training.TestKit.Domain;

/// <summary>
/// Arranges rows in the words of the domain. One file per noun; every argument has a likely default, so that a test says
/// only what matters to it. Rows are stored as they are, past the rules.
/// </summary>
public sealed partial class Given(TestDatabase database, TimeProvider clock)
{
    private int last;

    /// <summary>A number no other call of this object gave.</summary>
    private int Next() => Interlocked.Increment(ref last);

    private async Task<T> StoredAsync<T>(T row)
        where T : class
    {
        await database.StoreAsync(row);
        return row;
    }
}
