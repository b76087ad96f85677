using System.ComponentModel.DataAnnotations;

namespace Training.Portal.Settings;

/// <summary>The operator's own colours, as #rrggbb. Empty keeps ours. White must read well on both.</summary>
public sealed class LookSettings
{
    /// <summary>Links, buttons, the mark.</summary>
    [HexColour(7)]
    public string Primary { get; set; } = "";

    /// <summary>The one action that matters on a page.</summary>
    [HexColour(4.5)]
    public string Accent { get; set; } = "";
}
