using Npgsql;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Registrations;

public sealed class SeatRaceTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Fifty_people_race_for_the_last_seat_and_exactly_one_gets_it()
    {
        var (conference, people) = await ConferenceForAsync(people: 50, capacity: 1);
        var answers = await Task.WhenAll(people.Select(p => portal.RegisterAsync(conference, p)));
        Assert.Equal(1, answers.Count(a => a is null));
        Assert.Equal(49, answers.Count(a => a is RegistrationRefusal.Full));
        var audit = await SeatAudit.OfAsync(portal.Database, conference);
        Assert.Equal(1, audit.Held);
        audit.MustBalance();
    }

    [Fact]
    public async Task The_database_alone_decides_the_last_seat_when_everyone_saw_it_free()
    {
        var (conference, people) = await ConferenceForAsync(people: 50, capacity: 1);
        var sights = await Task.WhenAll(people.Select(p => portal.SightAsync(conference, p)));
        var answers = await Task.WhenAll(sights.Select(s => portal.WithAsync((RegistrationDesk desk) => desk.RegisterAsync(s!))));
        Assert.Equal(1, answers.Count(a => a is null));
        (await SeatAudit.OfAsync(portal.Database, conference)).MustBalance();
    }

    [Fact]
    public async Task Ten_clicks_of_one_person_take_one_seat_and_send_one_letter()
    {
        var (conference, people) = await ConferenceForAsync(people: 1, capacity: 30);
        var sight = await portal.SightAsync(conference, people[0]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10)
            .Select(_ => portal.WithAsync((RegistrationDesk desk) => desk.RegisterAsync(sight!))));
        Assert.All(answers, a => Assert.Null(a));
        var audit = await SeatAudit.OfAsync(portal.Database, conference);
        Assert.Equal(1, audit.Counted);
        audit.MustBalance();
    }

    [Fact]
    public async Task Ten_withdrawals_of_one_person_free_one_seat()
    {
        var (conference, people) = await ConferenceForAsync(people: 2, capacity: 30);
        foreach (var person in people)
            Assert.Null(await portal.RegisterAsync(conference, person));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => portal.WithdrawAsync(conference, people[0])));
        var audit = await SeatAudit.OfAsync(portal.Database, conference);
        Assert.Equal(1, audit.Counted);
        audit.MustBalance();
    }

    [Fact]
    public async Task Seats_balance_when_people_come_and_go_at_once()
    {
        var (conference, people) = await ConferenceForAsync(people: 30, capacity: 10);
        await Task.WhenAll(people.Concat(people).Select(async person =>
        {
            for (var round = 0; round < 4; round++)
            {
                await portal.RegisterAsync(conference, person);
                await portal.WithdrawAsync(conference, person);
            }

            await portal.RegisterAsync(conference, person);
        }));
        var audit = await SeatAudit.OfAsync(portal.Database, conference);
        Assert.Equal(10, audit.Held);
        audit.MustBalance();
    }

    [Fact]
    public async Task Seats_balance_while_the_database_connections_are_being_killed()
    {
        var (conference, people) = await ConferenceForAsync(people: 120, capacity: 60);
        using var rush = new CancellationTokenSource();
        var killed = 0;
        var killer = KillBackendsAsync(() => Interlocked.Increment(ref killed), rush.Token);
        var held = await HoldAsync(conference);
        var answering = Task.WhenAll(people.Select(p => AnswerAsync(conference, p)));
        await Eventually.TrueAsync(() => Volatile.Read(ref killed) > 2, told: "registrations killed while they waited for their turn");
        await held.DisposeAsync();
        var answers = await answering;
        await rush.CancelAsync();
        await killer;
        var audit = await SeatAudit.OfAsync(portal.Database, conference);
        audit.MustBalance();
        Assert.True(audit.Held >= answers.Count(a => a == "seat"), "an acknowledged seat is missing");
        Assert.DoesNotContain("other", answers);
        Assert.Null(await portal.RegisterAsync((await ConferenceForAsync(1, 1)).Conference, people[0]));
    }

    private async Task<string> AnswerAsync(Conference conference, Member person)
    {
        try
        {
            return await portal.RegisterAsync(conference, person) is null ? "seat" : "full";
        }
        catch (NpgsqlException)
        {
            return "failed cleanly";
        }
        catch (Exception e) when (e.InnerException is NpgsqlException)
        {
            return "failed cleanly";
        }
    }

    /// <summary>The conference's row is locked, so that the rush is surely still running when the first connections die.</summary>
    private async Task<NpgsqlConnection> HoldAsync(Conference conference)
    {
        var connection = new NpgsqlConnection(portal.Database.ConnectionString + ";Pooling=false;Application Name=killer");
        await connection.OpenAsync();
        await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("SELECT 1 FROM conferences WHERE id = $1 FOR UPDATE", connection) { Parameters = { new() { Value = conference.Id } } };
        await hold.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Ends this database's connections one after the other.</summary>
    private async Task KillBackendsAsync(Action killed, CancellationToken stop)
    {
        await using var source = NpgsqlDataSource.Create(portal.Database.ConnectionString + ";Application Name=killer");
        while (!stop.IsCancellationRequested)
        {
            await using var kill = source.CreateCommand("""
                SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND application_name <> 'killer' AND state = 'active' ORDER BY random() LIMIT 1) victim
                """);
            if ((long)(await kill.ExecuteScalarAsync(CancellationToken.None))! > 0)
                killed();
        }
    }

    private async Task<(Conference Conference, List<Member> People)> ConferenceForAsync(int people, int capacity)
    {
        var (conference, _, members) = await portal.ConferenceForAsync(people, capacity);
        return (conference, members);
    }
}
