using System.Globalization;

namespace Training.Portal.Features.Conferences;

/// <summary>Reads a form in its writer's zone: either a whole plan, or every refusal with its field.</summary>
public sealed class ConferenceFormReading
{
    public const int LongestTitle = 150;
    public const int LongestProgramme = 10_000;
    public const int ShortestMinutes = 5;
    public const int LongestMinutes = 720;
    public const int MostSeats = 10_000;

    private static readonly string[] DateForms = ["yyyy-MM-dd", "d/M/yyyy"];
    private static readonly string[] TimeForms = ["H:mm", "H:mm:ss", "H'h'mm", "H'h'", "H' h 'mm", "H' h'"];

    private readonly List<(string Field, ConferenceFormRefusal Refusal)> refusals = [];

    private ConferenceFormReading(ConferenceForm form, TimeZoneInfo zone)
    {
        var title = Title(form);
        var programme = Programme(form);
        var start = Start(form, zone);
        var minutes = Whole(form.Duration, ShortestMinutes, LongestMinutes, nameof(form.Duration), ConferenceFormRefusal.DurationUnreadable);
        var capacity = Whole(form.Capacity, 1, MostSeats, nameof(form.Capacity), ConferenceFormRefusal.CapacityUnreadable);
        int[] trainers = [.. form.Trainers.Distinct()];
        if (trainers.Length == 0)
            Refuse(nameof(form.Trainers), ConferenceFormRefusal.TrainersMissing);
        var closes = Closes(form, zone, start);
        if (refusals.Count == 0)
            Plan = new ConferencePlan(title, programme, start!.Value, start.Value.AddMinutes(minutes), capacity, trainers)
            {
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
        var dated = DateOnly.TryParseExact(form.Date?.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        var timed = TimeOnly.TryParseExact(form.Time?.Trim(), TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        if (!dated)
            Refuse(nameof(form.Date), ConferenceFormRefusal.DateUnreadable);
        if (!timed)
            Refuse(nameof(form.Time), ConferenceFormRefusal.TimeUnreadable);
        if (!dated || !timed)
            return null;
        var (instant, refusal) = LocalTime.Read(date, time, zone, form.Fold);
        if (refusal is { } why)
            Refuse(nameof(form.Time), why);
        return instant;
    }

    /// <summary>Null without a deadline. In the night when clocks go back, the earlier of the two times.</summary>
    private DateTimeOffset? Closes(ConferenceForm form, TimeZoneInfo zone, DateTimeOffset? start)
    {
        if (string.IsNullOrWhiteSpace(form.ClosesDate) && string.IsNullOrWhiteSpace(form.ClosesTime))
            return null;
        var dated = DateOnly.TryParseExact(form.ClosesDate?.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        if (!dated || !TimeOnly.TryParseExact(form.ClosesTime?.Trim(), TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            Refuse(nameof(form.ClosesDate), ConferenceFormRefusal.DeadlineUnreadable);
            return null;
        }

        var (instant, refusal) = LocalTime.Read(date, time, zone, Fold.Earlier);
        if (refusal is { } why)
            Refuse(nameof(form.ClosesTime), why);
        if (instant > start)
            Refuse(nameof(form.ClosesDate), ConferenceFormRefusal.DeadlineAfterStart);
        return instant;
    }

    private int Whole(string? typed, int least, int most, string field, ConferenceFormRefusal refusal)
    {
        var digits = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Refuse(field, refusal);
        return 0;
    }

    private void Refuse(string field, ConferenceFormRefusal refusal) => refusals.Add((field, refusal));
}
