using System.Globalization;
using System.Text.Json;
using Training.Portal.Features.Points;

namespace Training.Portal.Features.Resources;

/// <summary>A resource as the ledger names it.</summary>
public static class ResourceSubject
{
    private const string Prefix = "resource:";

    public static string Of(int resourceId) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{resourceId}");

    /// <summary>The resource that <see cref="Of"/> named; null for anything else.</summary>
    public static int? IdOf(string subject) =>
        subject.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(subject.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    /// <summary>What its author earns by its first publication; nothing by their own hand.</summary>
    public static Earning Accepted(Resource resource, string title, int by, int amount) =>
        new(resource.AuthorId, amount, PointsReason.ResourceAccepted, Of(resource.Id), Facts(title)) { By = by, GroupId = resource.GroupId };

    /// <summary>One reader's rating of it.</summary>
    public static string RatedBy(int resourceId, int memberId) => string.Create(CultureInfo.InvariantCulture, $"resource:{resourceId}:by:{memberId}");

    /// <summary>What the line tells beside its reason.</summary>
    public static string Facts(string title) => JsonSerializer.Serialize(new { title }, JsonSerializerOptions.Web);
}
