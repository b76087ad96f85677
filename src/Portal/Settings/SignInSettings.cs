using System.ComponentModel.DataAnnotations;

namespace Training.Portal.Settings;

/// <summary>How long a sign-in code lives and how often one may be asked for.</summary>
public sealed class SignInSettings
{
    [Range(1, 60)]
    public int CodeMinutes { get; set; } = 10;

    /// <summary>The code is burnt by this many wrong tries.</summary>
    [Range(1, 10)]
    public int WrongTries { get; set; } = 5;

    /// <summary>Letters one address receives within <see cref="AddressWindowMinutes"/>.</summary>
    [Range(1, 100)]
    public int CodesPerAddress { get; set; } = 3;

    [Range(1, 24 * 60)]
    public int AddressWindowMinutes { get; set; } = 10;

    /// <summary>Codes asked for within an hour from one client address: a whole town hall may sit behind it.</summary>
    [Range(1, 100_000)]
    public int CodesPerClientPerHour { get; set; } = 200;
}
