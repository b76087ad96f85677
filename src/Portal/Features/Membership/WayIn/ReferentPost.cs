using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Membership.WayIn;

/// <summary>Writes to the referents of a collectivité.</summary>
public sealed class ReferentPost(TrainingDb db, Outbox outbox)
{
    /// <summary>Somebody asks to come in. Saving is the caller's.</summary>
    public async Task TellAsync(AdmissionRequest request, CancellationToken cancellationToken = default)
    {
        var referents = await db.Members.Where(m => m.CollectiviteId == request.CollectiviteId && m.ReferentSince != null && m.RemovedAt == null)
            .Select(m => new { m.Id, m.Address, m.Language }).ToListAsync(cancellationToken);
        foreach (var referent in referents)
        {
            var facts = new AdmissionAskedFacts(request.CollectiviteId, request.Name, request.Address);
            outbox.Write(facts, referent.Address, $"referent:{referent.Id}", referent.Language, request.ExpiresAt);
        }
    }
}
