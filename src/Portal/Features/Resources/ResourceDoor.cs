namespace Training.Portal.Features.Resources;

/// <summary>How a published resource opens to readers; an animator decides. The names are stored.</summary>
public enum ResourceDoor
{
    Free,

    /// <summary>To whoever has earned a level.</summary>
    Level,

    /// <summary>To whoever pays points, once and for ever.</summary>
    Price,
}
