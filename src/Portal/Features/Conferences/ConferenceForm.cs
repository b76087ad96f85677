using System.Globalization;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

/// <summary>What a trainer types, as typed: it comes back unchanged after a refusal. Nothing else is read from the request.</summary>
public sealed class ConferenceForm
{
    public string? Title { get; set; }
    public string? Programme { get; set; }

    /// <summary>A local day, <c>2026-11-26</c> or <c>26/11/2026</c>.</summary>
    public string? Date { get; set; }

    /// <summary>A local time, <c>10:00</c>.</summary>
    public string? Time { get; set; }

    /// <summary>Asked only when the local time comes twice.</summary>
    public Fold? Fold { get; set; }

    /// <summary>Minutes.</summary>
    public string? Duration { get; set; }

    public string? Capacity { get; set; }

    /// <summary>Members picked as trainers.</summary>
    public List<int> Trainers { get; set; } = [];

    /// <summary>The conference's revision this form was filled from.</summary>
    public int Revision { get; set; }

    /// <summary>Drawn once per form: sending it twice schedules once.</summary>
    public Guid Key { get; set; }

    public static ConferenceForm Of(Conference conference, TimeZoneInfo zone)
    {
        var local = conference.StartsAt.In(zone);
        return new ConferenceForm
        {
            Title = conference.Title,
            Programme = conference.Programme,
            Date = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Time = local.ToString("HH:mm", CultureInfo.InvariantCulture),
            Fold = LocalTime.FoldOf(conference.StartsAt, zone),
            Duration = ((int)(conference.EndsAt - conference.StartsAt).TotalMinutes).ToString(CultureInfo.InvariantCulture),
            Capacity = conference.Capacity.ToString(CultureInfo.InvariantCulture),
            Trainers = [.. conference.Trainers.Select(t => t.MemberId)],
            Revision = conference.Revision,
        };
    }
}
