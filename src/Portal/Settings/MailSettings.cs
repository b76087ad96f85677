using System.ComponentModel.DataAnnotations;

namespace Training.Portal.Settings;

/// <summary>The SMTP relay. The product knows nothing else about mail.</summary>
public sealed class MailSettings
{
    [Required]
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 25;

    public string? UserName { get; set; }
    public string? Password { get; set; }

    /// <summary><c>None</c>, <c>StartTls</c> or <c>Tls</c>.</summary>
    [RegularExpression("None|StartTls|Tls", ErrorMessage = "Training:Mail:Security must be None, StartTls or Tls.")]
    public string Security { get; set; } = "None";

    /// <summary>The relay's longest silence before it counts as unreachable.</summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Sender of every letter and organiser of every calendar entry; a mailbox that works.</summary>
    [Required, EmailAddress]
    public string From { get; set; } = "";
}
