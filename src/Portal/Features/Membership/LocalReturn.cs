namespace Training.Portal.Features.Membership;

/// <summary>Where a sign-in may lead back to: a page of this portal and nothing else.</summary>
public static class LocalReturn
{
    private const int Longest = 1000;

    /// <summary>The address when it is a path of ours that makes sense after signing in, else null.</summary>
    public static string? Of(string? url) =>
        url is { Length: > 0 and <= Longest } && IsLocal(url) && !LeadsToSignIn(url) ? url : null;

    /// <summary>Browsers read a backslash as a slash, drop tabs and line ends, and take <c>//host</c> for another host.</summary>
    private static bool IsLocal(string url) =>
        url[0] == '/' && !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\', StringComparison.Ordinal) && !url.Any(char.IsControl);

    private static bool LeadsToSignIn(string url) =>
        url.StartsWith("/connexion", StringComparison.OrdinalIgnoreCase) || url.StartsWith("/deconnexion", StringComparison.OrdinalIgnoreCase);
}
