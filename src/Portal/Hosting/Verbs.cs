using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Demo;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Membership.Import;

namespace Training.Portal.Hosting;

/// <summary>What the program does instead of serving: <c>migrate</c>, <c>import FILE|default</c>, <c>demo [RAW_DIRECTORY]</c>, <c>administrators</c>, and what others add. The first argument names it.</summary>
public static class Verbs
{
    /// <summary>The exit code of the verb, or null when the program shall serve.</summary>
    public static async Task<int?> RunAsync(WebApplication app, string[] args)
    {
        await using var scope = app.Services.CreateAsyncScope();
        switch (args.FirstOrDefault())
        {
            case "migrate":
                await SchemaLock.HoldAsync(
                    scope.ServiceProvider.GetRequiredService<NpgsqlDataSource>(),
                    () => Schema.InstallAsync(scope.ServiceProvider.GetRequiredService<TrainingDb>()));
                return 0;
            case "import":
                return await ImportVerb.RunAsync(scope.ServiceProvider, args[1..]);
            case "demo":
                return await DemoVerb.RunAsync(scope.ServiceProvider, args.ElementAtOrDefault(1));
            case "administrators":
                return await AdministratorsVerb.RunAsync(scope.ServiceProvider);
            default:
                return null;
        }
    }
}
