using Microsoft.Extensions.Options;

namespace Training.Portal.Hosting;

/// <summary>Runs a host; a wrong or missing setting stops it with one sentence that names it.</summary>
public static class Startup
{
    public static async Task<int> RunAsync(IHost host)
    {
        try
        {
            await host.RunAsync();
            return 0;
        }
        catch (OptionsValidationException refusal)
        {
            await Console.Error.WriteLineAsync($"Configuration: {string.Join(" ", refusal.Failures)}");
            return 2;
        }
    }
}
