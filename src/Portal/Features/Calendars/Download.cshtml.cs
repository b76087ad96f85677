using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Calendars;

/// <summary>The conference as a calendar file, without anybody's name: as public as its page.</summary>
[AllowAnonymous]
public sealed class DownloadModel(ConferenceFinder finder, TrainingSettings settings, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        var reader = User.Reader();
        var conference = reader is null
            ? await finder.FindPublicAsync(id, cancellationToken)
            : (await finder.FindAsync(id, reader, cancellationToken))?.Conference;
        if (conference is null)
            return reader is null ? Challenge() : NotFound();
        if (conference.State is ConferenceState.Cancelled or ConferenceState.Draft)
            return Redirect($"/conferences/{id}");
        var content = CalendarFile.Publish(Entry(conference), new CalendarPerson(settings.Name, settings.Mail.From));
        return File(Encoding.UTF8.GetBytes(content), "text/calendar; charset=utf-8", $"conference-{id}.ics");
    }

    private CalendarEntry Entry(Conference conference) => new(
        conference.CalendarUid, conference.CalendarSequence, conference.Title, conference.Programme, conference.StartsAt, conference.EndsAt,
        User.Zone(), new Uri($"{settings.PublicUrl}/conferences/{conference.Id}"), clock.GetUtcNow());
}
