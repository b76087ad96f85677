using System.Net;
using Training.Portal.Settings;

namespace Training.Portal.Features.Demo;

/// <summary><c>demo [RAW_DIRECTORY]</c>: plants the demonstration and prints the addresses to sign in with.</summary>
public static class DemoVerb
{
    public static async Task<int> RunAsync(IServiceProvider services, string? rawDirectory)
    {
        if (!IsLocal(services.GetRequiredService<TrainingSettings>().Mail.Host))
        {
            await Console.Error.WriteLineAsync("demo: its people are invented but their domains are real; it is only for a mail server on this machine.");
            return 2;
        }

        var plan = DemoPlan.Read();
        await ActivatorUtilities.CreateInstance<DemoSeed>(services, Parts(services)).PlantAsync(plan, rawDirectory);
        foreach (var person in plan.People)
            Console.WriteLine($"  {person.Address,-34} {person.Name}, {person.About}");
        return 0;
    }

    private static object[] Parts(IServiceProvider services)
    {
        var times = ActivatorUtilities.CreateInstance<DemoTimes>(services);
        var seats = ActivatorUtilities.CreateInstance<DemoSeats>(services);
        var conferences = ActivatorUtilities.CreateInstance<DemoConferences>(services, seats, times);
        return
        [
            conferences,
            ActivatorUtilities.CreateInstance<DemoRecording>(services, conferences, seats, times),
            ActivatorUtilities.CreateInstance<DemoResources>(services, times),
            ActivatorUtilities.CreateInstance<DemoDiscussions>(services, times),
        ];
    }

    private static bool IsLocal(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
