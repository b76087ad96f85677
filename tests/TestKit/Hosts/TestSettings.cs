using System.Globalization;

namespace Training.TestKit.Hosts;

/// <summary>Complete, valid settings of the product over the parts a test provides.</summary>
public static class TestSettings
{
    public static Dictionary<string, string> For(string connectionString, TemporaryDirectory files, int smtpPort, string publicUrl) => new()
    {
        ["ConnectionStrings:Training"] = connectionString,
        ["Training:PublicUrl"] = publicUrl,
        ["Training:MediaDirectory"] = files.Make("media"),
        ["Training:KeysDirectory"] = files.Make("keys"),
        ["Training:CodeKey"] = Convert.ToBase64String(new byte[32]),
        ["Training:Operator:Name"] = "Centre de gestion d'essai",
        ["Training:Operator:Contact"] = "contact@portail.test",
        ["Training:Mail:Host"] = "127.0.0.1",
        ["Training:Mail:Port"] = smtpPort.ToString(CultureInfo.InvariantCulture),
        ["Training:Mail:From"] = "e-rt@portail.test",
        ["Training:Mail:ReplyAddress"] = "reponse@portail.test",
        ["Training:Mail:MostPerMinute"] = "0",
        ["Training:Rooms:Janus:Url"] = "ws://127.0.0.1:1",
        ["Training:Rooms:Janus:ApiSecret"] = "none",
        ["Logging:LogLevel:Default"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
    };

    /// <summary>The same as environment variables, for a process.</summary>
    public static Dictionary<string, string> AsEnvironment(IReadOnlyDictionary<string, string> settings) =>
        settings.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
}
