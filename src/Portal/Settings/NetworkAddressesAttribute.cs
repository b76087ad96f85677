using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Training.Portal.Settings;

/// <summary>Every element is an IP address or a network such as 10.0.0.0/8.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NetworkAddressesAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is string[] addresses && Array.TrueForAll(addresses, a => IPAddress.TryParse(a, out _) || IPNetwork.TryParse(a, out _));

    public override string FormatErrorMessage(string name) => $"Training:{name} must hold IP addresses or networks such as 10.0.0.0/8.";
}
