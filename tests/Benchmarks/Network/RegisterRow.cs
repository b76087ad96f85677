using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Npgsql;
using Training.Portal.Features.Membership.Import;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Benchmarks.Network;

/// <summary>
/// The directory of 36,945 lines, read, checked, matched and written with its history by the product, against a bare COPY of
/// the same lines as text into a table without index: the least a database can do with them.
/// </summary>
internal static class RegisterRow
{
    private const int Rounds = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static Benchmark Row { get; } = new("network: import of 37,000 rows / bare COPY", Goal.Most(60), MeasureAsync);

    private static async Task<Outcome> MeasureAsync()
    {
        var file = await FileAsync();
        var slowest = TimeSpan.Zero;
        var outcome = await Interleaved.CompareAsync("ms", Rounds, async () => await WithEmptyAsync(portal => ImportAsync(portal, file, t => slowest = t > slowest ? t : slowest)), async () => await WithEmptyAsync(portal => CopyAsync(portal, file)));
        return outcome with
        {
            Detail = string.Create(CultureInfo.InvariantCulture, $"{outcome.Detail}; slowest import {slowest.TotalSeconds:0.0} s"),
            Fault = slowest > Longest ? "above 30 s" : null,
        };
    }

    private static async Task<double> WithEmptyAsync(Func<PortalHost, Task<double>> measure)
    {
        await using var portal = await PortalHost.StartAsync();
        return await measure(portal);
    }

    private static async Task<double> ImportAsync(PortalHost portal, byte[] file, Action<TimeSpan> taken)
    {
        var clock = Stopwatch.StartNew();
        await portal.WithAsync((RegisterImportRun run) => run.RunAsync(RegisterImportKind.Register, file, new ImportOrigin(null, "banc.csv"), keep: true));
        taken(clock.Elapsed);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task<double> CopyAsync(PortalHost portal, byte[] file)
    {
        await using var connection = new NpgsqlConnection(portal.Database.ConnectionString);
        await connection.OpenAsync();
        await using (var table = new NpgsqlCommand("CREATE TABLE bare (line text)", connection))
            await table.ExecuteNonQueryAsync();
        var clock = Stopwatch.StartNew();
        await using (var copy = await connection.BeginBinaryImportAsync("COPY bare FROM STDIN (FORMAT binary)"))
        {
            foreach (var line in Encoding.UTF8.GetString(file).Split('\n'))
                await copy.WriteRowAsync(default, line);
            await copy.CompleteAsync();
        }

        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task<byte[]> FileAsync()
    {
        await using var gzip = new GZipStream(File.OpenRead(Repository.PathOf("tests", "Portal.Tests", "Membership", "Data", "collectivites-domaines-2019.csv.gz")), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        await gzip.CopyToAsync(plain);
        return plain.ToArray();
    }
}
