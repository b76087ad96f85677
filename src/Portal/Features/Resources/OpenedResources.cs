using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Points;
using Training.Portal.Settings;

namespace Training.Portal.Features.Resources;

/// <summary>What one reader has open, for statements that look into resources: <see cref="ResourceAccess.Standing"/> as SQL. A test holds the two together.</summary>
/// <param name="Level">The reader's, 0 to 5.</param>
/// <param name="Paid">Resources of which a payment holds.</param>
/// <param name="Reviewed">Groups whose resources the reader reviews.</param>
public sealed record OpenedResources(int MemberId, int Level, int[] Paid, int[] Reviewed)
{
    /// <summary>True of a row <c>r</c> of <c>resources</c> that is open; parameters <c>$3</c> to <c>$6</c>. Who knows of it is the group's rule.</summary>
    internal const string IsOpen =
        "(r.door = 'Free' OR (r.door = 'Level' AND r.from_level <= $4) OR r.id = ANY ($5) OR r.author_id = $3 OR r.group_id = ANY ($6))";

    internal NpgsqlParameter[] Parameters =>
    [
        new NpgsqlParameter<int> { TypedValue = MemberId },
        new NpgsqlParameter<int> { TypedValue = Level },
        new NpgsqlParameter<int[]> { TypedValue = Paid },
        new NpgsqlParameter<int[]> { TypedValue = Reviewed },
    ];
}

/// <summary>Reads what a reader has open.</summary>
public sealed class OpenedReading(TrainingDb db, LedgerReading ledger, TrainingSettings settings)
{
    /// <param name="entered">Groups the reader is inside of.</param>
    public async Task<OpenedResources> OfAsync(Reader reader, int[] entered, CancellationToken cancellationToken = default)
    {
        var account = await ledger.AccountAsync(reader.MemberId, cancellationToken);
        var paid = await ledger.PaidForAsync(reader.MemberId, cancellationToken);
        var roles = await db.GroupMemberships.Where(m => m.MemberId == reader.MemberId).ToDictionaryAsync(m => m.GroupId, m => m.Role, cancellationToken);
        return new OpenedResources(
            reader.MemberId,
            PointsLevel.Of(account.Earned, settings.Points.Thresholds).Number,
            [.. paid.Select(ResourceSubject.IdOf).OfType<int>()],
            [.. entered.Where(group => ResourceAccess.MayReview(roles.TryGetValue(group, out var role) ? role : null, reader))]);
    }
}
