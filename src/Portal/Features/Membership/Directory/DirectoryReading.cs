using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.Directory;

/// <summary>Members as one reader may see them. Whoever sleeps is not there.</summary>
public sealed class DirectoryReading(TrainingDb db, AwakeMembers awake)
{
    public const int PageSize = 30;
    private const int LongestWords = 100;
    private const int MostWords = 8;

    /// <summary>One page, and whether another follows.</summary>
    public async Task<(IReadOnlyList<DirectoryLine> Lines, bool More)> SearchAsync(Reader reader, DirectoryQuestion question, CancellationToken cancellationToken = default)
    {
        var found = awake.Of(Matching(question.Words)).Where(ProfileSight.SeenBy(reader));
        if (question.Trade is { } trade)
            found = found.Where(m => m.Trade == trade);
        if (question.Departement is { Length: > 0 } departement)
            found = found.Where(m => m.Collectivite.Departement == departement);
        var lines = await Lines(found.OrderBy(m => m.PlainProfile).ThenBy(m => m.Id).Skip((question.Page - 1) * PageSize).Take(PageSize + 1)).ToListAsync(cancellationToken);
        return ([.. lines.Take(PageSize)], lines.Count > PageSize);
    }

    /// <summary>Null when there is no such member for this reader.</summary>
    public Task<DirectoryLine?> FindAsync(Reader reader, int id, CancellationToken cancellationToken = default) =>
        Lines(awake.Of(db.Members.Where(m => m.Id == id)).Where(ProfileSight.SeenBy(reader))).SingleOrDefaultAsync(cancellationToken);

    private IQueryable<Member> Matching(string? words)
    {
        var typed = (words ?? "").Trim();
        typed = typed.Length > LongestWords ? typed[..LongestWords] : typed;
        var found = db.Members.AsQueryable();
        foreach (var word in typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            found = found.Where(m => EF.Functions.Like(m.PlainProfile, "%" + TrainingDb.PlainWords(word) + "%"));
        return found;
    }

    private static IQueryable<DirectoryLine> Lines(IQueryable<Member> members) => members.Select(m => new DirectoryLine(
        m.Id, m.Name, m.Function, m.Trade, m.Territory, m.Collectivite.Name, m.Collectivite.Departement, m.ShowsAddress ? m.Address : null));
}
