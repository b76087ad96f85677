namespace Training.Portal.Features.Attachments;

/// <summary>Why a file is not taken.</summary>
public enum AttachmentRefusal
{
    Missing,
    TooLarge,
    TooMany,

    /// <summary>Not one of the kinds that are taken, by its name.</summary>
    KindUnknown,

    /// <summary>Its content is not what its name says.</summary>
    ContentDiffers,

    /// <summary>An archive that unpacks to far more than it weighs, or a document with macros.</summary>
    Dangerous,
}
