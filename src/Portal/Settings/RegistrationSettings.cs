using System.ComponentModel.DataAnnotations;

namespace Training.Portal.Settings;

/// <summary>How long an offered seat is held, and how many seats one agent may ask for others.</summary>
public sealed class RegistrationSettings
{
    /// <summary>A freed seat is held at most so long for the first who waits.</summary>
    [Range(1, 168)]
    public int OfferHours { get; set; } = 24;

    /// <summary>And at least so long, even when the start is near.</summary>
    [Range(5, 1440)]
    public int ShortestOfferMinutes { get; set; } = 30;

    /// <summary>No seat is held any more so long before the start: it goes to whoever comes first.</summary>
    [Range(0, 1440)]
    public int OffersStopMinutes { get; set; } = 60;

    /// <summary>Seats one agent may ask for colleagues in one conference.</summary>
    [Range(1, 200)]
    public int MostProposed { get; set; } = 20;
}
