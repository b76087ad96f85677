using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Conferences.Series;

/// <summary>The conferences of a series, from one of them.</summary>
internal static class SeriesMembers
{
    public static IQueryable<Conference> Of(TrainingDb db, Conference anchor, SeriesScope scope) => scope switch
    {
        SeriesScope.Following when anchor.SeriesId is not null => db.Conferences.Where(c => c.SeriesId == anchor.SeriesId && c.StartsAt >= anchor.StartsAt),
        SeriesScope.All when anchor.SeriesId is not null => db.Conferences.Where(c => c.SeriesId == anchor.SeriesId),
        _ => db.Conferences.Where(c => c.Id == anchor.Id),
    };

    /// <summary>One change of a series at a time: two editors would otherwise each wait for what the other holds.</summary>
    public static Task<int> HoldAsync(TrainingDb db, int? seriesId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT 1 FROM conference_series WHERE id = {seriesId} FOR UPDATE", cancellationToken);

    /// <summary>Moved by itself: it does not stand where its series wants it.</summary>
    public static bool IsMovedAway(Conference conference, TimeZoneInfo zone) =>
        conference.StartsAt != LocalTime.Resolve(conference.SeriesDate!.Value, conference.SeriesTime!.Value, zone).Instant;
}
