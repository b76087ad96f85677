using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Training.Portal.Settings;

namespace Training.Portal.Features.Shared;

/// <summary>The operator's colours as a stylesheet of their own, since no page may carry a style. Linked only when some are set.</summary>
public sealed class OwnColours
{
    private const string Address = "/apparence.css";
    private static readonly Colour Black = new(0, 0, 0);
    private static readonly Colour White = new(255, 255, 255);
    private readonly string css;
    private readonly string tag;

    public OwnColours(TrainingSettings settings)
    {
        css = Role("primary", settings.Look.Primary) + Role("accent", settings.Look.Accent);
        css = css.Length > 0 ? $":root{{{css}}}" : "";
        tag = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(css)))[..12];
    }

    /// <summary>Changes with the colours, so that browsers may keep it; null while the colours are ours.</summary>
    public string? Href => css.Length > 0 ? $"{Address}?v={tag}" : null;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Address, (OwnColours colours) => colours.Sheet()).AllowAnonymous();

    private IResult Sheet() => css.Length == 0
        ? Results.NotFound()
        : Results.File(Encoding.UTF8.GetBytes(css), "text/css; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{tag}\""));

    private static string Role(string name, string hex) => Colour.TryParse(hex, out var colour)
        ? $"--{name}:{colour};--{name}-strong:{colour.Towards(Black, 0.3)};--{name}-wash:{colour.Towards(White, 0.88)};"
        : "";
}
