using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Shared.Typography;

/// <summary>The framework's own localizers, behind <see cref="SpacedTexts"/>.</summary>
internal sealed class SpacedTextsFactory(ResourceManagerStringLocalizerFactory files) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new SpacedTexts(files.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new SpacedTexts(files.Create(baseName, location));
}
