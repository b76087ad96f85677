namespace Training.Portal.Features.Membership;

/// <summary>One line of the history of a domain at a collectivité. Only ever added to.</summary>
public sealed class DomainChange
{
    public long Id { get; set; }
    public int CollectiviteDomainId { get; set; }

    /// <summary>Null when the pair was new.</summary>
    public DomainState? Before { get; set; }

    public DomainState After { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Who decided; null for the console and for rules.</summary>
    public int? MemberId { get; set; }

    /// <summary>Where it comes from, e.g. the imported file's name.</summary>
    public string? Source { get; set; }
}
