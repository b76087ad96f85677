using Training.Portal.Features.Conferences.Drafts;
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
        services.AddScoped<ConferenceWriting>();
        services.AddScoped<ConferenceDesk>();
        services.AddScoped<DraftDesk>();
        services.AddScoped<DraftList>();
        services.AddScoped<DuplicateDesk>();
        services.AddScoped<TrainerChoices>();
        services.AddSingleton<ILetterWriter, ConferenceLetterWriter>();
    }
}
