using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Letters;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership.WayIn;

/// <summary>Takes the requests of those whom no domain proves, and the codes their town halls pass on.</summary>
public sealed class AdmissionDesk(
    TrainingDb db, Outbox outbox, SignInCodes codes, Admissions admissions, ReferentPost referents, TimeProvider time, TrainingSettings settings)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>
    /// The code goes to the collectivité's official mailbox, and its referents are told. Whoever proved that very mailbox has nothing more to
    /// prove, and is admitted at once.
    /// </summary>
    /// <param name="chosen">Which of several official mailboxes, by its place.</param>
    public async Task<AdmissionAnswer> AskAsync(
        ProfessionalAddress address, Collectivite named, string name, string language, int? chosen = null, CancellationToken cancellationToken = default)
    {
        var contact = OfficialContacts.Of(named.ContactAddresses, address.ToString(), chosen);
        if (contact.MustChoose)
            return new AdmissionAnswer(null, AdmissionRefusal.ContactUnchosen);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await OneAtATimeAsync(address.ToString(), named.Id, cancellationToken);
        if (await AreTooManyAsync(address.ToString(), named.Id, cancellationToken))
            return new AdmissionAnswer(null, AdmissionRefusal.TooMany);
        await ReplaceEarlierAsync(address.ToString(), cancellationToken);
        var request = Write(address.ToString(), named, contact.Address, name, language);
        await db.SaveChangesAsync(cancellationToken);
        var answer = request.ContactAddress == request.Address
            ? new AdmissionAnswer(await admissions.AdmitAsync(request, MemberProof.TownHall, null, cancellationToken), null)
            : await AnnounceAsync(request, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    public Task<AdmissionRequest?> LatestAsync(ProfessionalAddress address, CancellationToken cancellationToken = default) =>
        db.AdmissionRequests.Include(r => r.Collectivite).Where(r => r.Address == address.ToString() && r.State != AdmissionState.Replaced)
            .OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>One try. Tries in parallel wait for each other: the row is held meanwhile.</summary>
    public async Task<AdmissionAnswer> TryAsync(ProfessionalAddress address, string digits, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var id = (await LatestAsync(address, cancellationToken))?.Id ?? Guid.Empty;
        db.ChangeTracker.Clear();
        var request = await db.AdmissionRequests.FromSql($"SELECT * FROM admission_requests WHERE id = {id} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);
        if (AdmissionRule.WhyNoCode(request, time.GetUtcNow()) is { } refusal)
            return new AdmissionAnswer(null, refusal);
        var answer = codes.IsTownHallCodeOf(request!.Id, digits)
            ? new AdmissionAnswer(await admissions.AdmitAsync(request, MemberProof.TownHall, null, cancellationToken), null)
            : await CountWrongTryAsync(request, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    private async Task OneAtATimeAsync(string address, int collectiviteId, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(7111, hashtext({address}))", cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(7112, {collectiviteId})", cancellationToken);
    }

    private async Task<bool> AreTooManyAsync(string address, int collectiviteId, CancellationToken cancellationToken)
    {
        var recent = db.AdmissionRequests.Where(r => r.AskedAt > time.GetUtcNow() - Day);
        return await recent.CountAsync(r => r.Address == address, cancellationToken) >= settings.Membership.RequestsPerAddressPerDay
            || await recent.CountAsync(r => r.CollectiviteId == collectiviteId, cancellationToken) >= settings.Membership.RequestsPerCollectivitePerDay;
    }

    private Task<int> ReplaceEarlierAsync(string address, CancellationToken cancellationToken) =>
        db.AdmissionRequests.Where(r => r.Address == address && r.State == AdmissionState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, AdmissionState.Replaced), cancellationToken);

    private AdmissionRequest Write(string address, Collectivite named, string? contact, string name, string language)
    {
        var now = time.GetUtcNow();
        var request = new AdmissionRequest
        {
            Id = Guid.NewGuid(),
            Address = address,
            Name = name,
            CollectiviteId = named.Id,
            Language = language,
            AskedAt = now,
            ContactAddress = contact,
            ExpiresAt = now.AddDays(settings.Membership.TownHallCodeDays),
        };
        db.AdmissionRequests.Add(request);
        return request;
    }

    private async Task<AdmissionAnswer> AnnounceAsync(AdmissionRequest request, CancellationToken cancellationToken)
    {
        if (request.ContactAddress is { } contact)
            outbox.Write(new TownHallCodeFacts(request.Id, request.Name, request.Address), contact, $"admission:{request.Id}", "fr", request.ExpiresAt);
        await referents.TellAsync(request, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new AdmissionAnswer(null, null);
    }

    private async Task<AdmissionAnswer> CountWrongTryAsync(AdmissionRequest request, CancellationToken cancellationToken)
    {
        request.WrongTries++;
        await db.SaveChangesAsync(cancellationToken);
        var left = AdmissionRule.WrongTries - request.WrongTries;
        return new AdmissionAnswer(null, left > 0 ? AdmissionRefusal.Wrong : AdmissionRefusal.Burnt) { TriesLeft = left };
    }
}

/// <summary>The member when admitted; neither a member nor a refusal when the request is on its way.</summary>
public sealed record AdmissionAnswer(Member? Admitted, AdmissionRefusal? Refusal)
{
    public int TriesLeft { get; init; }
}
