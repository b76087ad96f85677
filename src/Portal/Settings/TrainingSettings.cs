using System.ComponentModel.DataAnnotations;

namespace Training.Portal.Settings;

/// <summary>The product's settings, section <c>Training</c> of the one settings file. Checked at start.</summary>
public sealed class TrainingSettings
{
    public const string Section = "Training";

    /// <summary>Name of the portal as people see it.</summary>
    [Required]
    public string Name { get; set; } = "e-RT";

    /// <summary>Address under which browsers and letters reach the portal, without a trailing slash.</summary>
    [Required, Url]
    public string PublicUrl { get; set; } = "";

    /// <summary>Absolute directory of raw recordings and replays, shared with the room engine.</summary>
    [Required]
    public string MediaDirectory { get; set; } = "";

    /// <summary>Absolute directory of the data-protection keys, shared by every host of the product.</summary>
    [Required]
    public string KeysDirectory { get; set; } = "";

    /// <summary>Base64 of at least 32 random bytes, from which sign-in codes are derived.</summary>
    [Required, Base64Bytes(32)]
    public string CodeKey { get; set; } = "";

    /// <summary>Addresses whose members administer the portal. They prove their mailbox and collectivité like everybody.</summary>
    public string[] Administrators { get; set; } = [];

    /// <summary>Directory of the letters written by a local mail sink; shown at /dev/mail on loopback when set.</summary>
    public string? DevMailDirectory { get; set; }

    /// <summary>Addresses or networks (10.0.0.0/8) of the reverse proxies that are believed about who calls; none by default.</summary>
    [NetworkAddresses]
    public string[] TrustedProxies { get; set; } = [];

    [Microsoft.Extensions.Options.ValidateObjectMembers]
    public LookSettings Look { get; set; } = new();

    [Microsoft.Extensions.Options.ValidateObjectMembers]
    public OperatorSettings Operator { get; set; } = new();

    [Microsoft.Extensions.Options.ValidateObjectMembers]
    public SignInSettings SignIn { get; set; } = new();

    [Microsoft.Extensions.Options.ValidateObjectMembers]
    public MembershipSettings Membership { get; set; } = new();

    [Microsoft.Extensions.Options.ValidateObjectMembers]
    public ProConnectSettings ProConnect { get; set; } = new();

    [Microsoft.Extensions.Options.ValidateObjectMembers]
    public MailSettings Mail { get; set; } = new();

    [Microsoft.Extensions.Options.ValidateObjectMembers]
    public RoomSettings Rooms { get; set; } = new();

    [Microsoft.Extensions.Options.ValidateObjectMembers]
    public RegistrationSettings Registrations { get; set; } = new();

    [Microsoft.Extensions.Options.ValidateObjectMembers]
    public ReminderSettings Reminders { get; set; } = new();

    [Microsoft.Extensions.Options.ValidateObjectMembers]
    public AttendanceSettings Attendance { get; set; } = new();

    [Microsoft.Extensions.Options.ValidateObjectMembers]
    public PointsSettings Points { get; set; } = new();
}
