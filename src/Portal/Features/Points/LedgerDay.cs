using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Points;

/// <summary>Days and months of the ledger: those of Paris, for everybody.</summary>
public static class LedgerDay
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The first instant of that day and of the next.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) Of(DateTimeOffset at)
    {
        var day = at.In(Paris).Date;
        return (Midnight(day), Midnight(day.AddDays(1)));
    }

    /// <summary>The first instant of that month.</summary>
    public static DateTimeOffset MonthOf(DateTimeOffset at) => Midnight(at.In(Paris).Date is var day ? day.AddDays(1 - day.Day) : default);

    private static DateTimeOffset Midnight(DateTime day) => new DateTimeOffset(day, Paris.GetUtcOffset(day)).ToUniversalTime();
}
