using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Attendance;
using Training.Portal.Features.Calendars;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Discussions;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Health;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Live;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Points;
using Training.Portal.Features.Recordings;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Resources;
using Training.Portal.Features.Search;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal;

/// <summary>What both hosts need: settings, the database, the rules' desks. No page and no hub.</summary>
public static class TrainingCore
{
    public static IServiceCollection AddTrainingCore(this IServiceCollection services, IConfiguration configuration)
    {
        AddSettings(services, configuration);
        AddDatabase(services, configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddShared();
        services.AddMembership();
        services.AddGroups();
        services.AddDiscussions();
        services.AddSearch();
        services.AddConferences();
        services.AddCalendars();
        services.AddRegistrations();
        services.AddMilestones();
        services.AddLetters();
        services.AddLiveCore(configuration);
        services.AddAttendance();
        services.AddPoints();
        services.AddAttachments();
        services.AddResources();
        services.AddRecordings();
        services.AddHealth();
        return services;
    }

    private static void AddSettings(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TrainingSettings>().Bind(configuration.GetSection(TrainingSettings.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TrainingSettings>, TrainingSettingsCheck>();
        services.AddSingleton(s => s.GetRequiredService<IOptions<TrainingSettings>>().Value);
        services.AddDataProtection().SetApplicationName("Training")
            .PersistKeysToFileSystem(new DirectoryInfo(configuration[$"{TrainingSettings.Section}:KeysDirectory"] is { Length: > 0 } keys ? keys : "keys"));
    }

    /// <summary>Planning a page's statements costs more than running them: those that come back are prepared, unless the installation says otherwise.</summary>
    public static string Prepared(string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        if (!builder.ShouldSerialize("Max Auto Prepare"))
            builder.MaxAutoPrepare = 100;
        return builder.ConnectionString;
    }

    private static void AddDatabase(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(Prepared(configuration.GetConnectionString("Training") ?? "")));
        // Pooled: making a context and its options for each request costs more than most of its statements.
        services.AddDbContextPool<TrainingDb>((s, options) => options
            .UseNpgsql(s.GetRequiredService<NpgsqlDataSource>())
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(s.GetRequiredService<WakeOnCommit>()));
        services.AddSingleton<WorkNudger>();
        services.AddHostedService(s => s.GetRequiredService<WorkNudger>());
        services.AddSingleton<WakeOnCommit>();
    }
}
