namespace Training.Portal.Features.Live.Signalling;

/// <summary>Why a call to the hub was refused, beside <see cref="EntryRefusal"/> and the engine's own reasons.</summary>
public enum CallRefusal
{
    /// <summary>The caller is not in the room, or what it names does not exist for it: told alike.</summary>
    NotFound,

    /// <summary>The session has ended.</summary>
    SignedOut,
    TooFast,
    TooLong,
    Empty,

    /// <summary>A beat without media that the engine sees.</summary>
    NoMedia,

    /// <summary>The engine does not answer.</summary>
    Engine,
    Failed,
}
