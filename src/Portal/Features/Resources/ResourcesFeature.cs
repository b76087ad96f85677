using Training.Portal.Features.Letters;
using Training.Portal.Features.Resources.Mail;

namespace Training.Portal.Features.Resources;

public static class ResourcesFeature
{
    public static void AddResources(this IServiceCollection services)
    {
        services.AddScoped<ResourceFinder>();
        services.AddScoped<ResourceCatalog>();
        services.AddScoped<OpenedReading>();
        services.AddScoped<ResourceWriting>();
        services.AddScoped<ResourceFiles>();
        services.AddScoped<ResourceReview>();
        services.AddScoped<ResourceLetters>();
        services.AddScoped<ReviewSubscription>();
        services.AddSingleton<ReviewTokens>();
        services.AddSingleton<ILetterWriter, ResourceLetterWriter>();
        services.AddScoped<ResourceOpening>();
        services.AddScoped<ResourceRatings>();
        services.AddScoped<TableImport>();
        services.AddScoped<TableBrowsing>();
        services.AddSingleton<ResourceWords>();
    }

    public static void MapResources(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/ressources/{id:int}/fichiers/{attachmentId:int}", ["GET", "HEAD"], ResourceFiles.GetAsync);
}
