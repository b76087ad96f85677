using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Conferences;

public static class ConferencesFeature
{
    public static void AddConferences(this IServiceCollection services)
    {
        services.AddScoped<ConferenceFinder>();
        services.AddScoped<ConferenceLifecycle>();
        services.AddScoped<ConferenceCatalog>();
        services.AddScoped<ConferenceMilestones>();
        services.AddScoped<ConferenceLetters>();
        services.AddScoped<ConferenceDesk>();
        services.AddScoped<TrainerChoices>();
        services.AddSingleton<ILetterWriter, ConferenceLetterWriter>();
    }
}
