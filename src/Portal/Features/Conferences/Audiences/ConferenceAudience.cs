namespace Training.Portal.Features.Conferences.Audiences;

/// <summary>For whom a conference is, among those its group lets in: it narrows the group's door and never opens it.</summary>
public enum ConferenceAudience
{
    /// <summary>Whoever the group lets in: every agent, for an open group.</summary>
    Everyone,

    /// <summary>The group's members.</summary>
    Group,

    /// <summary>Agents of the collectivités named.</summary>
    Collectivites,
}

/// <summary>The audience of a plan.</summary>
/// <param name="Collectivites">Ids; of use with <see cref="ConferenceAudience.Collectivites"/>.</param>
public sealed record AudiencePlan(ConferenceAudience Audience, IReadOnlyList<int> Collectivites)
{
    public static readonly AudiencePlan Everyone = new(ConferenceAudience.Everyone, []);

    public static AudiencePlan Of(Conference conference) => new(conference.Audience, conference.Collectivites.ConvertAll(c => c.CollectiviteId));

    public bool Equals(AudiencePlan? other) => other is not null && Audience == other.Audience && Collectivites.ToHashSet().SetEquals(other.Collectivites);

    public override int GetHashCode() => HashCode.Combine(Audience, Collectivites.Count);

    public void WriteTo(Conference conference)
    {
        conference.Audience = Audience;
        conference.Collectivites.RemoveAll(c => !Collectivites.Contains(c.CollectiviteId));
        foreach (var id in Collectivites.Except(conference.Collectivites.ConvertAll(c => c.CollectiviteId)).ToList())
            conference.Collectivites.Add(new ConferenceCollectivite { CollectiviteId = id });
    }
}
