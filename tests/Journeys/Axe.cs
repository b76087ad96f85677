using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Training.Journeys;

/// <summary>
/// axe on the page as it stands. Run in the page itself: the vendor's runner for Playwright opens a second page at each
/// look, which took half of all journeys' time.
/// </summary>
internal static class Axe
{
    private const string Run = """
        async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
          .filter((v) => v.impact === "serious" || v.impact === "critical")
          .map((v) => `${v.impact} ${v.id}: ${v.help}; ${v.nodes.map((n) => n.html).join(" | ")}`)
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe calls serious or critical, with the elements concerned.</summary>
    public static async Task<string[]> GraveFindingsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
