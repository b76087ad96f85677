using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Discussions.Mail;

/// <summary>How often a member is told, in one letter, what is new in their groups.</summary>
public sealed class DigestSetting
{
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;
    public DigestRhythm Rhythm { get; set; }

    /// <summary>When the next digest is due.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>Posts after this instant are told in it.</summary>
    public DateTimeOffset Since { get; set; }
}

public enum DigestRhythm
{
    Never,
    Daily,
    Weekly,
}

/// <summary>The one rule of when digests leave: at seven in the reader's morning, every day or on Mondays.</summary>
public static class DigestRule
{
    private const int Hour = 7;

    public static DateTimeOffset Next(DigestRhythm rhythm, DateTimeOffset now, TimeZoneInfo zone)
    {
        var day = TimeZoneInfo.ConvertTime(now, zone).Date;
        do
            day = day.AddDays(1);
        while (rhythm == DigestRhythm.Weekly && day.DayOfWeek != DayOfWeek.Monday);
        var local = day.AddHours(Hour); // No zone of ours changes its hour at seven.
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
