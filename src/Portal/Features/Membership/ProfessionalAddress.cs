namespace Training.Portal.Features.Membership;

/// <summary>
/// A mailbox in the one form we compare, store and write to: ASCII, lower case, no <c>+tag</c>. Letters go to this form and to no
/// other, so whoever reads the letter is whoever the account belongs to, however the address was typed.
/// </summary>
public sealed record ProfessionalAddress(string LocalPart, string Host)
{
    public override string ToString() => $"{LocalPart}@{Host}";
}

public enum AddressRefusal
{
    Missing,
    TooLong,

    /// <summary>A list: one person, one address.</summary>
    Several,

    /// <summary>Not a plain <c>name@host</c>: quoted, commented, encoded, with a display name, with control characters….</summary>
    Malformed,

    /// <summary>What follows the @ is no domain name: no top-level domain, an address literal, an empty label….</summary>
    MalformedHost,
}

/// <summary>Either an address or why there is none.</summary>
public readonly record struct AddressReading(ProfessionalAddress? Address, AddressRefusal? Refusal);
