namespace Training.Portal.Features.Conferences.Contents;

/// <summary>One part of a programme.</summary>
/// <param name="Speakers">In free words: « Anne Le Goff, DGS de Vannes ».</param>
public sealed record ConferencePart(string Title, int Minutes, string Speakers);

/// <summary>The one rule of parts against the time there is: they never block, they warn.</summary>
public static class PartsRule
{
    /// <summary>By how much the parts are longer (shorter when negative) than the conference; null when they fit or there are none.</summary>
    public static TimeSpan? Excess(IReadOnlyList<ConferencePart> parts, TimeSpan lasting)
    {
        var excess = TimeSpan.FromMinutes(parts.Sum(p => p.Minutes)) - lasting;
        return parts.Count == 0 || excess == TimeSpan.Zero ? null : excess;
    }
}
