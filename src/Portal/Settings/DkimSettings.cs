using System.ComponentModel.DataAnnotations;

namespace Training.Portal.Settings;

/// <summary>Signs every letter (DKIM, RFC 6376), for installations whose relay does not. Off as long as the three are empty.</summary>
public sealed class DkimSettings : IValidatableObject
{
    /// <summary>The domain that answers for the letters: that of <c>Mail:From</c>, or one above it.</summary>
    public string Domain { get; set; } = "";

    /// <summary>Name of the key: its public half stands in the DNS at <c>SELECTOR._domainkey.DOMAIN</c>.</summary>
    public string Selector { get; set; } = "";

    /// <summary>Absolute path of the private RSA key (PEM), readable by the Scheduler alone.</summary>
    public string KeyFile { get; set; } = "";

    public bool IsOn => KeyFile.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Domain.Length + Selector.Length + KeyFile.Length == 0)
            yield break;
        if (Domain.Length == 0 || Selector.Length == 0 || KeyFile.Length == 0)
            yield return new ValidationResult("Training:Mail:Dkim: Domain, Selector and KeyFile are set together or not at all.");
        else if (!File.Exists(KeyFile))
            yield return new ValidationResult("Training:Mail:Dkim:KeyFile is not there, or may not be read.");
    }
}
