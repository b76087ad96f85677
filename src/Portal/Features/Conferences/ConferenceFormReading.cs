namespace Training.Portal.Features.Conferences;

/// <summary>Reads a form in its writer's zone: either a whole plan, or every refusal with its field.</summary>
public sealed class ConferenceFormReading
{
    public const int LongestTitle = 150;
    public const int LongestProgramme = 10_000;
    public const int ShortestMinutes = 5;
    public const int LongestMinutes = 720;
    public const int MostSeats = 10_000;

    private readonly List<(string Field, ConferenceFormRefusal Refusal)> refusals = [];

    private ConferenceFormReading(ConferenceForm form, TimeZoneInfo zone)
    {
        var title = Title(form);
        var programme = Programme(form);
        var undated = form.Draft && form.Series.Rhythm is null && string.IsNullOrWhiteSpace(form.Date) && string.IsNullOrWhiteSpace(form.Time);
        var start = undated ? ConferencePlan.Someday : Start(form, zone);
        var minutes = Whole(form.Duration, ShortestMinutes, LongestMinutes, nameof(form.Duration), ConferenceFormRefusal.DurationUnreadable);
        var capacity = Whole(form.Capacity, 1, MostSeats, nameof(form.Capacity), ConferenceFormRefusal.CapacityUnreadable);
        int[] trainers = [.. form.Trainers.Distinct()];
        if (trainers.Length == 0 && !form.Draft)
            Refuse(nameof(form.Trainers), ConferenceFormRefusal.TrainersMissing);
        var closes = Closes(form, zone, start);
        if (refusals.Count == 0)
            Plan = new ConferencePlan(title, programme, start!.Value, start.Value.AddMinutes(minutes), capacity, trainers)
            {
                Draft = form.Draft,
                Undated = undated,
                Admission = new ConferenceAdmission(form.Waitlist, form.Approval, closes),
            };
    }

    public IReadOnlyList<(string Field, ConferenceFormRefusal Refusal)> Refusals => refusals;

    public ConferencePlan? Plan { get; }

    public static ConferenceFormReading Of(ConferenceForm form, TimeZoneInfo zone) => new(form, zone);

    private string Title(ConferenceForm form)
    {
        var title = string.Join(' ', (form.Title ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (title.Length == 0)
            Refuse(nameof(form.Title), ConferenceFormRefusal.TitleMissing);
        if (title.Length > LongestTitle)
            Refuse(nameof(form.Title), ConferenceFormRefusal.TitleTooLong);
        return title;
    }

    private string Programme(ConferenceForm form)
    {
        var programme = (form.Programme ?? "").Trim();
        if (programme.Length > LongestProgramme)
            Refuse(nameof(form.Programme), ConferenceFormRefusal.ProgrammeTooLong);
        return programme;
    }

    private DateTimeOffset? Start(ConferenceForm form, TimeZoneInfo zone)
    {
        var (day, hour) = (TypedTime.Day(form.Date), TypedTime.Hour(form.Time));
        if (day is null)
            Refuse(nameof(form.Date), ConferenceFormRefusal.DateUnreadable);
        if (hour is null)
            Refuse(nameof(form.Time), ConferenceFormRefusal.TimeUnreadable);
        if (day is null || hour is null)
            return null;
        var (instant, refusal) = LocalTime.Read(day.Value, hour.Value, zone, form.Fold);
        if (refusal is { } why)
            Refuse(nameof(form.Time), why);
        return instant;
    }

    /// <summary>Null without a deadline. In the night when clocks go back, the earlier of the two times.</summary>
    private DateTimeOffset? Closes(ConferenceForm form, TimeZoneInfo zone, DateTimeOffset? start)
    {
        if (string.IsNullOrWhiteSpace(form.ClosesDate) && string.IsNullOrWhiteSpace(form.ClosesTime))
            return null;
        if (TypedTime.Day(form.ClosesDate) is not { } day || TypedTime.Hour(form.ClosesTime) is not { } hour)
        {
            Refuse(nameof(form.ClosesDate), ConferenceFormRefusal.DeadlineUnreadable);
            return null;
        }

        var (instant, refusal) = LocalTime.Read(day, hour, zone, Fold.Earlier);
        if (refusal is { } why)
            Refuse(nameof(form.ClosesTime), why);
        if (instant > start)
            Refuse(nameof(form.ClosesDate), ConferenceFormRefusal.DeadlineAfterStart);
        return instant;
    }

    private int Whole(string? typed, int least, int most, string field, ConferenceFormRefusal refusal)
    {
        if (TypedTime.Whole(typed, least, most) is { } number)
            return number;
        Refuse(field, refusal);
        return 0;
    }

    private void Refuse(string field, ConferenceFormRefusal refusal) => refusals.Add((field, refusal));
}
