using System.Diagnostics;
using Npgsql;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;
using Training.TestKit.Hosts;
using Training.TestKit.Postgres;

namespace Training.Benchmarks;

/// <summary>
/// 2,000 agents race for 500 seats from 64 clients through the product's desk (facts read, rule, seat, letter), against the
/// same number of bare single-row inserts from 64 clients on the same PostgreSQL. The second row puts the 1,500 others on the
/// waiting list, each with their rank and letter.
/// </summary>
internal sealed class RegistrationRush : IAsyncDisposable
{
    private const int People = 2000;
    private const int Seats = 500;
    private const int Clients = 64;
    private const int Rounds = 5;
    private readonly PortalHost portal;
    private readonly NpgsqlDataSource bare;
    private Group group = null!;
    private Reader[] people = [];
    private string? fault;

    private readonly bool waits;

    private RegistrationRush(PortalHost portal, bool waits)
    {
        (this.portal, this.waits) = (portal, waits);
        bare = NpgsqlDataSource.Create(Wide(portal.Database));
    }

    public static Benchmark Row { get; } = new($"registrations: {People} for {Seats} seats / bare inserts", Goal.Least(0.25), () => MeasureAsync(waits: false));

    public static Benchmark WaitlistRow { get; } = new(
        $"registrations: {People} for {Seats} seats and the waiting list / bare inserts", Goal.Least(0.1), () => MeasureAsync(waits: true));

    public async ValueTask DisposeAsync()
    {
        await bare.DisposeAsync();
        await portal.DisposeAsync();
    }

    private static async Task<Outcome> MeasureAsync(bool waits)
    {
        var portal = await PortalHost.StartAsync();
        await using var rush = new RegistrationRush(portal, waits);
        await rush.PrepareAsync();
        var outcome = await Interleaved.CompareAsync("/s", Rounds, rush.RegisterAsync, rush.InsertAsync);
        return outcome with { Fault = rush.fault };
    }

    private async Task PrepareAsync()
    {
        var collectivite = await portal.Given.CollectiviteAsync();
        group = await portal.Given.GroupAsync();
        var now = portal.Clock.GetUtcNow();
        var members = Enumerable.Range(0, People).Select(n => new Member
        {
            Address = $"agent{n}@commune.fr",
            Name = $"Agent {n}",
            CollectiviteId = collectivite.Id,
            JoinedAt = now,
            ProvedAt = now,
            SessionStamp = Guid.NewGuid(),
        }).ToArray();
        await portal.Database.StoreAsync(members);
        people = [.. members.Select(m => new Reader(m.Id, m.CollectiviteId, false))];
        await using var table = bare.CreateCommand("CREATE TABLE bare (conference int, member int, at timestamptz, PRIMARY KEY (conference, member))");
        await table.ExecuteNonQueryAsync();
    }

    private async Task<double> RegisterAsync()
    {
        var trainer = await portal.Database.WithAsync(db => Task.FromResult(db.Members.First()));
        var conference = await portal.Given.ConferenceAsync(group, trainer, capacity: Seats);
        var seated = 0;
        var rate = await RateAsync(async (reader, cancellationToken) =>
        {
            var answer = await portal.WithAsync((RegistrationDesk desk) => waits
                ? desk.AskAsync(conference.Id, reader, cancellationToken)
                : desk.RegisterAsync(conference.Id, reader, cancellationToken));
            if (!answer.Exists)
                throw new InvalidOperationException("The conference is not seen.");
            if (answer is { Refusal: null, Standing: SeatStanding.Seated })
                Interlocked.Increment(ref seated);
        });
        await AuditAsync(conference, seated);
        return rate;
    }

    private async Task<double> InsertAsync()
    {
        await using (var empty = bare.CreateCommand("TRUNCATE bare"))
            await empty.ExecuteNonQueryAsync();
        return await RateAsync(async (reader, cancellationToken) =>
        {
            await using var insert = bare.CreateCommand("INSERT INTO bare VALUES (1, $1, now())");
            insert.Parameters.AddWithValue(reader.MemberId);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        });
    }

    /// <summary>People served per second.</summary>
    private async Task<double> RateAsync(Func<Reader, CancellationToken, ValueTask> serve)
    {
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = Clients }, serve);
        return People / watch.Elapsed.TotalSeconds;
    }

    private async Task AuditAsync(Conference conference, int seated)
    {
        await using var db = portal.Database.Open();
        var held = db.Registrations.Count(r => r.ConferenceId == conference.Id && r.WithdrawnAt == null);
        var counted = db.Conferences.Single(c => c.Id == conference.Id).SeatsTaken;
        var waiting = db.Candidacies.Count(k => k.ConferenceId == conference.Id && k.EndedAt == null);
        if ((held, counted, seated, waiting) != (Seats, Seats, Seats, waits ? People - Seats : 0))
            fault = $"{held} seats held, {counted} counted, {seated} granted of {Seats}, {waiting} wait";
    }

    private static string Wide(TestDatabase database) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxPoolSize = Clients }.ConnectionString;
}
