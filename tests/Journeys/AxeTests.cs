using Microsoft.Playwright;

namespace Training.Journeys;

/// <summary>The look every journey takes does see what is wrong.</summary>
public sealed class AxeTests
{
    [Theory]
    [InlineData("<img src='data:,'>", "image-alt")]
    [InlineData("<input name='city'>", "label")]
    [InlineData("<p style='color:#bbb'>Trop pâle</p>", "color-contrast")]
    public async Task A_planted_fault_is_found(string fault, string rule)
    {
        await using var chromium = await Chromium.OpenAsync();
        var page = await (await chromium.NewContextAsync()).NewPageAsync();
        await page.SetContentAsync($"<html lang='fr'><head><title>Page</title></head><body><main><h1>Titre</h1>{fault}</main></body></html>");
        Assert.Contains(await Axe.GraveFindingsAsync(page), finding => finding.Contains($" {rule}:", StringComparison.Ordinal));
    }
}
