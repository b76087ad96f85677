namespace Training.Portal.Features.Search;

public static class SearchFeature
{
    public static void AddSearch(this IServiceCollection services) => services.AddScoped<SearchDesk>();
}
