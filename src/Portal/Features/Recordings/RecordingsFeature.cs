namespace Training.Portal.Features.Recordings;

public static class RecordingsFeature
{
    public static void AddRecordings(this IServiceCollection services)
    {
        services.AddSingleton<MediaLayout>();
    }
}
