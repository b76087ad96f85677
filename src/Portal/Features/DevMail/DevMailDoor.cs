using System.Net;
using Training.Portal.Settings;

namespace Training.Portal.Features.DevMail;

/// <summary>
/// Letters hold sign-in codes, so they are shown only where the operator asked for it, to a browser on this very machine. A proxy makes
/// everybody look local, and a foreign name that resolves here lets foreign pages look in: both shut the door.
/// </summary>
public static class DevMailDoor
{
    private static readonly string[] ProxyHeaders =
        ["Forwarded", "Via", "X-Real-IP", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Host", "X-Original-Proto"];

    public static bool IsOpen(HttpContext context, TrainingSettings settings) =>
        !string.IsNullOrEmpty(settings.DevMailDirectory)
        && context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey)
        && IsLocalName(context.Request.Host.Host);

    private static bool IsLocalName(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
