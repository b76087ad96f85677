using System.Globalization;
using System.Text.Json;

namespace Training.Portal.Features.Resources;

/// <summary>A resource as the ledger names it.</summary>
public static class ResourceSubject
{
    public static string Of(int resourceId) => string.Create(CultureInfo.InvariantCulture, $"resource:{resourceId}");

    /// <summary>One reader's rating of it.</summary>
    public static string RatedBy(int resourceId, int memberId) => string.Create(CultureInfo.InvariantCulture, $"resource:{resourceId}:by:{memberId}");

    /// <summary>What the line tells beside its reason.</summary>
    public static string Facts(string title) => JsonSerializer.Serialize(new { title }, JsonSerializerOptions.Web);
}
