using Training.Portal.Features.Conferences.Audiences;
using Training.Portal.Features.Conferences.CoHosts;
using Training.Portal.Features.Conferences.Documents;
using Training.Portal.Features.Conferences.Drafts;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Conferences.Templates;
using Training.Portal.Features.Conferences.Warnings;
using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Conferences;

public static class ConferencesFeature
{
    public static void AddConferences(this IServiceCollection services)
    {
        services.AddScoped<ConferenceFinder>();
        services.AddSingleton<ConferenceTiesQuery>();
        services.AddScoped<ConferenceLifecycle>();
        services.AddScoped<ConferenceCatalog>();
        services.AddScoped<ConferenceMilestones>();
        services.AddScoped<ConferenceLetters>();
        services.AddScoped<ConferenceWriting>();
        services.AddScoped<ConferenceDesk>();
        services.AddScoped<ConferencePlanReading>();
        services.AddScoped<AudienceReading>();
        services.AddSingleton<SchoolHolidays>();
        services.AddScoped<ConflictReading>();
        services.AddScoped<ConferenceWarnings>();
        services.AddScoped<DocumentDesk>();
        services.AddScoped<CoHostReading>();
        services.AddScoped<CoHostLetters>();
        services.AddScoped<LeaveDesk>();
        services.AddScoped<TemplateDesk>();
        services.AddScoped<SeriesDesk>();
        services.AddScoped<SeriesEditDesk>();
        services.AddScoped<SeriesCancelDesk>();
        services.AddScoped<SeriesRegistration>();
        services.AddScoped<DraftDesk>();
        services.AddScoped<DraftList>();
        services.AddScoped<DuplicateDesk>();
        services.AddScoped<TrainerChoices>();
        services.AddSingleton<SeriesWords>();
        services.AddSingleton<SeriesTold>();
        services.AddSingleton<EditTold>();
        services.AddSingleton<ILetterWriter, ConferenceLetterWriter>();
        services.AddSingleton<ILetterWriter, CoHostLetterWriter>();
    }

    public static void MapConferences(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/conferences/{conferenceId:int}/documents/{document:long}", ["GET", "HEAD"], DocumentDesk.GetAsync);
}
