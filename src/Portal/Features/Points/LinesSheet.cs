namespace Training.Portal.Features.Points;

/// <summary>A page of a member's lines as a table. Shown by <c>_Lines</c>.</summary>
/// <param name="Address">Of the page that shows it.</param>
/// <param name="MayReverse">Each line not yet countered offers it.</param>
public sealed record LinesSheet(LinesPage Page, string Address, bool MayReverse)
{
    private readonly HashSet<long> countered = [.. Page.Linked.Where(e => e.ReversesId is not null).Select(e => e.ReversesId!.Value)];

    public bool IsCountered(PointsEntry entry) => countered.Contains(entry.Id);
}
