using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Conferences.CoHosts;
using Training.Portal.Features.Groups;

namespace Training.Portal.Features.Conferences.Series;

/// <summary>Schedules a series: all its conferences or none, in one transaction.</summary>
public sealed class SeriesDesk(TrainingDb db, ConferenceWriting writing, CoHostLetters coHosts, TimeProvider clock)
{
    /// <summary>The first conference's id. The same form sent twice schedules once.</summary>
    /// <param name="plan">Of the first day; the others follow it.</param>
    /// <param name="key">Drawn with the form.</param>
    public async Task<int> ScheduleAsync(GroupSight sight, ConferencePlan plan, SeriesPlan series, Guid key, CancellationToken cancellationToken = default)
    {
        var row = new ConferenceSeries { Rule = series.Rule, Except = [.. series.Except.Order()], TimeZone = series.Zone.Id, CreatedAt = clock.GetUtcNow() };
        var conferences = series.Held.Select(day => Occurrence(sight, plan, series, day, key, row)).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.AddRange(conferences);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            await transaction.RollbackAsync(cancellationToken);
            return await FirstAsync($"{sight.Reader.MemberId}-{key:N}-", cancellationToken);
        }

        foreach (var conference in conferences)
            await writing.FollowAsync(conference, plan, cancellationToken);
        await coHosts.WriteAsync(conferences[0], sight.Reader.MemberId, [], conferences.Count, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return conferences[0].Id;
    }

    private Conference Occurrence(GroupSight sight, ConferencePlan plan, SeriesPlan series, DateOnly day, Guid key, ConferenceSeries row)
    {
        var start = day == series.Days[0] ? plan.StartsAt : LocalTime.Resolve(day, series.Time, series.Zone).Instant;
        var conference = writing.New(
            sight.Group.Id, sight.Reader.MemberId, plan.At(start), $"{key:N}-{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        (conference.Series, conference.SeriesDate, conference.SeriesTime) = (row, day, series.Time);
        return conference;
    }

    private Task<int> FirstAsync(string uid, CancellationToken cancellationToken) =>
        db.Conferences.Where(c => c.CalendarUid.StartsWith(uid)).OrderBy(c => c.StartsAt).Select(c => c.Id).FirstAsync(cancellationToken);
}
