using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Stages;

namespace Training.Portal.Features.Live.Signalling;

/// <summary>Gives whoever was admitted a place in the room: the one this process kept for them, else that of their participation's row.</summary>
public sealed class Seating(EntryDesk entries, StageRegister stages)
{
    /// <param name="before">The participation that the page had, if any.</param>
    public async Task<Participant> SeatAsync(Stage stage, ConferenceSight sight, Guid? before, CancellationToken cancellationToken)
    {
        if (Kept(stage, sight, before) is not { } kept)
            return await JoinAsync(stage, sight, before, cancellationToken);
        // Let go of just now, it is over, though its row may not say so yet.
        var stays = await entries.ReturnsAsync(kept.Seat, cancellationToken) && stage.Find(kept.Seat.Participation) == kept;
        return stays ? kept : await JoinAsync(stage, sight, null, cancellationToken);
    }

    private async Task<Participant> JoinAsync(Stage stage, ConferenceSight sight, Guid? before, CancellationToken cancellationToken)
    {
        var (seat, resumeKey) = await entries.SeatAsync(sight, before, cancellationToken);
        return stage.Find(seat.Participation) ?? await stages.JoinAsync(stage, seat, resumeKey);
    }

    private static Participant? Kept(Stage stage, ConferenceSight sight, Guid? before) =>
        before is { } participation && stage.Find(participation) is { } kept && kept.Seat.Reader.MemberId == sight.Reader.MemberId ? kept : null;
}
