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

    /// <summary>
    /// Mailbox to which members answer letters of discussions, e.g. <c>reponse@e-rt.example.fr</c>: each letter adds <c>+</c> and its own token.
    /// Empty when this installation receives no mail.
    /// </summary>
    [RegularExpression(@"[A-Za-z0-9._-]{1,15}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", ErrorMessage = "Training:Mail:ReplyAddress must be a mailbox such as reponse@e-rt.example.fr, with at most 15 characters before the @.")]
    public string? ReplyAddress { get; set; }

    /// <summary>Port of 127.0.0.1 on which the Scheduler takes, by SMTP or LMTP, the mail to that mailbox (answers, and letters that come back); 0 takes none.</summary>
    [Range(0, 65535)]
    public int ReplyPort { get; set; }

    /// <summary>Letters to one domain within a minute, since large providers put off who sends faster; 0 for no limit. Sign-in codes never wait for it.</summary>
    [Range(0, 100_000)]
    public int MostPerMinute { get; set; } = 300;

    /// <summary>The same for single domains, e.g. <c>"orange.fr": 60</c>.</summary>
    public Dictionary<string, int> MostPerMinuteTo { get; set; } = [];

    [Microsoft.Extensions.Options.ValidateObjectMembers]
    public DkimSettings Dkim { get; set; } = new();

    /// <summary>Days during which one may answer a letter.</summary>
    [Range(1, 365)]
    public int ReplyDays { get; set; } = 30;
}
