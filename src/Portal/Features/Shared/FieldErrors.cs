using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Training.Portal.Features.Shared;

/// <summary>What is wrong with a form, in the order of its fields.</summary>
public static class FieldErrors
{
    public static string? Of(ModelStateDictionary state, string key) =>
        state.TryGetValue(key, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>Key of the field (empty for the form as a whole) and what is said about it.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All(ModelStateDictionary state) =>
    [
        .. state.Where(entry => entry.Value?.Errors.Count > 0)
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Value!.Errors[0].ErrorMessage)),
    ];
}
