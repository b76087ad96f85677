using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Conferences.Contents;

/// <summary>Parts, prerequisites, language and trades, as typed.</summary>
public sealed class ContentForm
{
    /// <summary>Blank parts a form offers beside those there are.</summary>
    private const int Blank = 3;

    public List<PartForm> Parts { get; set; } = [];

    public string? Prerequisites { get; set; }

    public string? Language { get; set; } = ConferenceLanguages.French;

    public List<Trade> Trades { get; set; } = [];

    /// <summary>Something was said there: the form shows it unfolded.</summary>
    public bool IsFilled => Parts.Exists(p => !p.IsBlank) || !string.IsNullOrWhiteSpace(Prerequisites) || Language != ConferenceLanguages.French || Trades.Count > 0;

    public static ContentForm Of(ConferenceContent content) => new()
    {
        Parts = [.. content.Parts.Select(PartForm.Of)],
        Prerequisites = content.Prerequisites,
        Language = content.Language,
        Trades = [.. content.Trades],
    };

    /// <summary>Room for more parts, on a form about to be shown.</summary>
    public void Offer()
    {
        while (Parts.Count(p => p.IsBlank) < Blank)
            Parts.Add(new PartForm());
    }
}
