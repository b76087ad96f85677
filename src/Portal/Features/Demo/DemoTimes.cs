using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Demo;

/// <summary>When the demonstration's sessions take place, always around today.</summary>
public sealed class DemoTimes(TimeProvider time)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById(ReaderZone.Default);
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(5);

    public DateTimeOffset Of(DemoComing coming) => coming.InMinutes is { } minutes
        ? RoundedUp(time.GetUtcNow().AddMinutes(minutes))
        : AtHour(coming.InDays ?? 1, coming.AtHour ?? 10);

    public DateTimeOffset Of(DemoPast past) => AtHour(-past.DaysAgo, past.AtHour);

    public DateTimeOffset Of(DemoResource resource) => AtHour(-resource.DaysAgo, 15);

    public DateTimeOffset Of(DemoPost post) => AtHour(-post.DaysAgo, post.At.Hour).AddMinutes(post.At.Minute);

    private DateTimeOffset AtHour(int days, int hour)
    {
        var day = time.GetUtcNow().In(Paris).Date.AddDays(days);
        // Nobody meets on a Saturday or a Sunday.
        var shift = (day.DayOfWeek, days > 0) switch
        {
            (DayOfWeek.Saturday, true) => 2,
            (DayOfWeek.Sunday, true) => 1,
            (DayOfWeek.Saturday, false) => -1,
            (DayOfWeek.Sunday, false) => -2,
            _ => 0,
        };
        var local = day.AddDays(shift).AddHours(hour);
        return new DateTimeOffset(local, Paris.GetUtcOffset(local)).ToUniversalTime();
    }

    private static DateTimeOffset RoundedUp(DateTimeOffset instant) =>
        new((instant.UtcTicks + Round.Ticks - 1) / Round.Ticks * Round.Ticks, TimeSpan.Zero);
}
