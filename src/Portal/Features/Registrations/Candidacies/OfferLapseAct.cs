using Npgsql;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Milestones;

namespace Training.Portal.Features.Registrations.Candidacies;

/// <summary>A held seat was not taken in time: it is offered to the next. The milestone is put off while other seats are held.</summary>
internal sealed class OfferLapseAct(TrainingDb db, OfferDesk offers, WorkNudger nudger) : IMilestoneAct
{
    public MilestoneKind Kind => MilestoneKind.OfferLapse;

    public async Task<MilestoneOutcome> DecideAsync(int conferenceId, CancellationToken cancellationToken)
    {
        await offers.SettleAsync((NpgsqlConnection)db.Database.GetDbConnection(), conferenceId, cancellationToken);
        return MilestoneOutcome.Done;
    }

    /// <summary>Letters were written past the context.</summary>
    public Task FollowAsync(int conferenceId, CancellationToken cancellationToken)
    {
        nudger.Nudge();
        return Task.CompletedTask;
    }
}
