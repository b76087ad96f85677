namespace Training.Portal.Features.Membership.Import;

/// <summary>Why a line of a file, or one domain of it, was left out.</summary>
public enum ImportRefusal
{
    /// <summary>No name, or one longer than 300 characters. The line is left out.</summary>
    MissingName,

    /// <summary>A kind of body that we do not know. The line is left out.</summary>
    UnknownType,

    /// <summary>A SIREN that is not nine digits: the body could not be told again. The line is left out.</summary>
    MalformedSiren,

    /// <summary>More values than columns: a separator inside a name. The line is left out.</summary>
    TooManyFields,

    /// <summary>No domain name at all. Only the domain is left out.</summary>
    MalformedDomain,

    /// <summary>A mailbox anybody can open. Only the domain is left out.</summary>
    GenericDomain,

    /// <summary>Throw-away mailboxes. Only the domain is left out.</summary>
    DisposableDomain,

    /// <summary>Listed as no longer public. Only the domain is left out.</summary>
    LapsedDomain,

    /// <summary>A contact that is no mailbox. Only the contact is left out.</summary>
    MalformedContact,
}
