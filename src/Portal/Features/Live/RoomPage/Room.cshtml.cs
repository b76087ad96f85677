using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Conferences.Rehearsals;
using Training.Portal.Features.Live.Rooms;
using Training.Portal.Features.Live.Signalling;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Live.RoomPage;

/// <summary>The room, and before it the one screen that says what entering means.</summary>
public sealed class RoomModel(ConferenceFinder finder, RoomStates states, RoomData data) : PageModel
{
    public ConferenceSight Sight { get; private set; } = null!;

    public StateMessage State { get; private set; } = null!;

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public string Data { get; private set; } = "";

    public Conference Conference => Sight.Conference;

    /// <summary>Directs the session: is given the devices, the bar's switches and the end.</summary>
    public bool Directs => StageRule.MayDirect(Sight);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, User.Reader(), cancellationToken) is not { Conference.State: not ConferenceState.Draft } sight)
            return NotFound();
        Sight = sight;
        Zone = User.Zone();
        State = await states.OfAsync(id, cancellationToken);
        Data = data.For(id, Directs, sight.Trainer ? RehearsalPlan.Of(sight.Conference) : null, Zone);
        return Page();
    }
}
