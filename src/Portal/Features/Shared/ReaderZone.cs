using System.Security.Claims;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Shared;

/// <summary>The zone in which this reader sees times: the profile's, else Paris.</summary>
public static class ReaderZone
{
    public const string Default = "Europe/Paris";

    /// <summary>In what anyone may read.</summary>
    public static TimeZoneInfo OfVisitors => TimeZoneInfo.FindSystemTimeZoneById(Default);

    public static TimeZoneInfo Zone(this ClaimsPrincipal reader) =>
        Of(reader.FindFirstValue(SignedIn.ZoneClaim));

    /// <param name="id">An IANA zone; Paris when there is none of that name.</param>
    public static TimeZoneInfo Of(string? id) =>
        id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById(Default);

    public static DateTimeOffset In(this DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone);
}
