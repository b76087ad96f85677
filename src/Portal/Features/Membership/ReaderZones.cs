namespace Training.Portal.Features.Membership;

/// <summary>The time zones in which French collectivités live.</summary>
public static class ReaderZones
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Europe/Paris", "America/Guadeloupe", "America/Martinique", "America/Cayenne", "America/Marigot", "America/St_Barthelemy", "America/Miquelon",
        "Indian/Reunion", "Indian/Mayotte", "Pacific/Noumea", "Pacific/Wallis", "Pacific/Tahiti", "Pacific/Marquesas", "Pacific/Gambier",
    ];
}
