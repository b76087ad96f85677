namespace Training.Portal.Features.Conferences.Warnings;

/// <summary>A time taken, or about to be: by a group and by trainers.</summary>
/// <param name="ConferenceId">Null for one that is not there yet.</param>
/// <param name="Territory">Of the group.</param>
/// <param name="Zone">Whose wall calendar says which day it is.</param>
public sealed record Slot(
    int? ConferenceId, int GroupId, string Territory, IReadOnlyList<int> Trainers, DateTimeOffset StartsAt, DateTimeOffset EndsAt, TimeZoneInfo Zone)
{
    public DateOnly Day => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(StartsAt, Zone).DateTime);

    public static Slot Of(Conference conference, TimeZoneInfo zone) => new(
        conference.Id, conference.GroupId, conference.Group.Territory, conference.Trainers.ConvertAll(t => t.MemberId), conference.StartsAt, conference.EndsAt, zone);

    public bool Overlaps(DateTimeOffset from, DateTimeOffset until) => from < EndsAt && StartsAt < until;
}
