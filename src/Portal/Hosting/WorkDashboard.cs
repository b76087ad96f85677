using Hangfire;
using Hangfire.Dashboard;
using Hangfire.PostgreSql;
using Training.Portal.Features.Membership;
using Training.Portal.Settings;

namespace Training.Portal.Hosting;

/// <summary>Hangfire's own pages over the Scheduler's work, for administrators. For everyone else they do not exist.</summary>
public static class WorkDashboard
{
    public const string Path = "/administration/travaux";

    /// <summary>The Portal enqueues nothing and runs nothing: it has the storage to show it.</summary>
    public static void AddWorkDashboard(this IServiceCollection services, IConfiguration configuration)
    {
        var connectionString = configuration.GetConnectionString("Training") ?? "";
        services.AddSingleton<JobStorage>(_ => new PostgreSqlStorage(WorkStorage.Connections(connectionString), WorkStorage.Options(install: false)));
        services.AddHangfire(hangfire => hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
    }

    public static void MapWorkDashboard(this WebApplication app) =>
        app.MapHangfireDashboard(Path, Options(app.Services.GetRequiredService<TrainingSettings>())).Add(ForAdministrators);

    private static DashboardOptions Options(TrainingSettings settings) => new()
    {
        AppPath = Features.Milestones.Operating.PlanningModel.Path,
        DashboardTitle = settings.Name,
        DisplayStorageConnectionString = false,
        Authorization = [new Administrators()],
    };

    /// <summary>Before Hangfire hears of the request: its own refusals (401, 403) would tell a stranger that there is something.</summary>
    private static void ForAdministrators(EndpointBuilder endpoint)
    {
        var shown = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            if (context.User.Reader() is { Administrator: true })
                return shown(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }

    /// <summary>The same again where Hangfire asks, in place of its own rule (whoever calls from this machine).</summary>
    private sealed class Administrators : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => context.GetHttpContext().User.Reader() is { Administrator: true };
    }
}
