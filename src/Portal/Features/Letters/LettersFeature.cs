namespace Training.Portal.Features.Letters;

public static class LettersFeature
{
    public static void AddLetters(this IServiceCollection services)
    {
        services.AddScoped<Outbox>();
        services.AddSingleton<LetterText>();
        services.AddSingleton<LetterHtml>();
        services.AddScoped<LetterRenderer>();
        services.AddTransient<LetterSender>();
        services.AddScoped<LetterLease>();
        services.AddScoped<LetterDrain>();
    }
}
