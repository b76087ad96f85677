using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Conferences.Contents;

/// <summary>Parts are kept in one column, in order: nobody asks for one without the others.</summary>
internal static class PartsColumn
{
    public static void AreParts(this PropertyBuilder<List<ConferencePart>> parts) => parts.HasColumnType("jsonb").HasConversion(
        list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
        json => JsonSerializer.Deserialize<List<ConferencePart>>(json, JsonSerializerOptions.Default)!,
        new ValueComparer<List<ConferencePart>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList()));
}
