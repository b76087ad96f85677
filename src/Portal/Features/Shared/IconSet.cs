using System.Text.Json;

namespace Training.Portal.Features.Shared;

/// <summary>The drawings that the asset build kept (Assets/icons.txt → dist/icons.json), by name.</summary>
public sealed class IconSet(IWebHostEnvironment environment)
{
    private readonly Lazy<Dictionary<string, string>> drawings = new(() => Read(environment));

    /// <summary>The inside of a 16 × 16 SVG. An unknown name is a mistake of ours and says so.</summary>
    public string this[string name] => drawings.Value.TryGetValue(name, out var drawing)
        ? drawing
        : throw new InvalidOperationException($"Icon \"{name}\" is not in Assets/icons.txt, or the front-end assets are not built.");

    private static Dictionary<string, string> Read(IWebHostEnvironment environment)
    {
        using var stream = environment.WebRootFileProvider.GetFileInfo("dist/icons.json") is { Exists: true } file ? file.CreateReadStream() : null;
        return stream is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
    }
}
