namespace Training.Portal.Features.Points;

/// <summary>A member's lines as a table. Shown by <c>_Lines</c>.</summary>
/// <param name="MayReverse">Each line not yet countered offers it.</param>
public sealed record LinesSheet(IReadOnlyList<PointsEntry> Entries, bool MayReverse)
{
    private readonly HashSet<long> countered = [.. Entries.Where(e => e.ReversesId is not null).Select(e => e.ReversesId!.Value)];

    public bool IsCountered(PointsEntry entry) => countered.Contains(entry.Id);
}
