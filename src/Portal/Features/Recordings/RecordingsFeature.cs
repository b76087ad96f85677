using Training.Media.Packaging;
using Training.Media.Storage;

namespace Training.Portal.Features.Recordings;

public static class RecordingsFeature
{
    public static void AddRecordings(this IServiceCollection services)
    {
        services.AddSingleton<MediaLayout>();
        services.AddSingleton(s => new MediaFiles(s.GetRequiredService<MediaLayout>().Replays));
        services.AddSingleton<ReplayPackager>();
        services.AddScoped<PackagingDesk>();
        services.AddScoped<PackagingOrder>();
        services.AddSingleton<SoundPreparation>();
        services.AddScoped<PreparationDesk>();
        services.AddScoped<RetentionDesk>();
    }
}
