using Training.Portal.Features.Calendars.Feeds;

namespace Training.Portal.Features.Calendars;

public static class CalendarsFeature
{
    public static void AddCalendars(this IServiceCollection services)
    {
        services.AddSingleton<FeedTokens>();
        services.AddSingleton<FeedWords>();
        services.AddSingleton<FeedTag>();
        services.AddSingleton(_ => new WrittenEvents());
        services.AddScoped<FeedLinks>();
        services.AddScoped<FeedReading>();
        services.AddScoped<FeedWriting>();
        services.AddScoped<FeedAnswer>();
        services.AddScoped<NewsReading>();
        services.AddScoped<NewsFeed>();
    }

    public static void MapCalendars(this IEndpointRouteBuilder endpoints) => endpoints.MapFeeds();
}
