using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Conferences.Audiences;

/// <summary>A collectivité whose agents a conference is for.</summary>
public sealed class ConferenceCollectivite
{
    public int ConferenceId { get; set; }
    public int CollectiviteId { get; set; }
    public Collectivite Collectivite { get; set; } = null!;
}
