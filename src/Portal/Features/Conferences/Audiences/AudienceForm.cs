using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Conferences.Audiences;

/// <summary>For whom a conference is, as typed.</summary>
public sealed class AudienceForm
{
    public ConferenceAudience Audience { get; set; }

    /// <summary>One a line: a name, a SIREN, « Rouen (217605401) », « Sainte-Colombe (69) ».</summary>
    public string? Collectivites { get; set; }

    public static AudienceForm Of(Conference conference) => new()
    {
        Audience = conference.Audience,
        Collectivites = string.Join('\n', conference.Collectivites.Select(c => Told(c.Collectivite)).Order(StringComparer.CurrentCulture)),
    };

    /// <summary>As it is read again without a doubt.</summary>
    private static string Told(Collectivite collectivite) => $"{collectivite.Name} ({collectivite.Siren ?? collectivite.Departement})";
}
