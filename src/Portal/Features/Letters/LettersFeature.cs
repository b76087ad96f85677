namespace Training.Portal.Features.Letters;

public static class LettersFeature
{
    public static void AddLetters(this IServiceCollection services)
    {
        services.AddScoped<Outbox>();
    }
}
