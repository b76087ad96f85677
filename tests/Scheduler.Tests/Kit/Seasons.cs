using Microsoft.EntityFrameworkCore;

namespace Training.Scheduler.Tests.Kit;

/// <summary>Many conferences at the cost of one statement, and a witness in the database of what is done to them, whichever process does it.</summary>
internal static class Seasons
{
    /// <summary>A year of quarters of an hour, the first tomorrow; <paramref name="atOnce"/> have their doors at one instant. Each with its five milestones.</summary>
    public static async Task PlanSeasonAsync(this Ground ground, int count, int atOnce, DateTimeOffset doors)
    {
        var model = await ground.Given.ConferenceAsync(await ground.Given.GroupAsync(), await ground.Given.MemberAsync());
        await ground.SeeAsync(db => db.Database.ExecuteSqlAsync(
            $"""
             WITH planned AS (
                 INSERT INTO conferences (group_id, title, programme, starts_at, ends_at, capacity, seats_taken, state, created_by_id, created_at, calendar_uid, calendar_sequence, revision)
                 SELECT c.group_id, c.title, c.programme, at, at + interval '1 hour', c.capacity, 0, c.state, c.created_by_id, c.created_at, n || '@saison.test', 0, 0
                 FROM conferences c, generate_series(1, {count}) n,
                     LATERAL (SELECT CASE WHEN n <= {atOnce} THEN {doors} + interval '15 minutes' ELSE now() + interval '1 day' + n * interval '50 minutes' END AS at) t
                 WHERE c.id = {model.Id} RETURNING id, starts_at
             )
             INSERT INTO milestones (conference_id, kind, due_at)
             SELECT id, kind, starts_at + after FROM planned,
                 (VALUES ('DoorsOpen', interval '-15 minutes'), ('End', interval '75 minutes'), ('LastReminder', interval '-13 minutes'),
                     ('SecondReminder', interval '-12 minutes'), ('FirstReminder', interval '-11 minutes')) k (kind, after)
             """));
    }

    /// <summary>Writes down every milestone that becomes done (<c>fired</c>; it takes its time, so that one may fall over meanwhile) and every conference whose doors open (<c>opened</c>).</summary>
    public static Task<int> WatchAsync(this Ground ground) => ground.SeeAsync(db => db.Database.ExecuteSqlRawAsync(
        """
        CREATE TABLE fired (milestone int, at timestamptz DEFAULT clock_timestamp());
        CREATE TABLE opened (conference int);
        CREATE FUNCTION fired() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO fired VALUES (NEW.id); PERFORM pg_sleep(0.02); RETURN NULL; END';
        CREATE FUNCTION opened() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO opened VALUES (NEW.id); RETURN NULL; END';
        CREATE TRIGGER fired AFTER UPDATE OF done_at ON milestones FOR EACH ROW WHEN (NEW.done_at IS NOT NULL) EXECUTE FUNCTION fired();
        CREATE TRIGGER opened AFTER UPDATE OF state ON conferences FOR EACH ROW WHEN (NEW.state = 'DoorsOpen') EXECUTE FUNCTION opened();
        """));
}
