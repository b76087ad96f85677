using Training.Portal.Features.Letters.Bounces;

namespace Training.Portal.Features.Letters;

public static class LettersFeature
{
    public static void AddLetters(this IServiceCollection services)
    {
        services.AddScoped<Outbox>();
        services.AddSingleton<LetterText>();
        services.AddSingleton<LetterHtml>();
        services.AddScoped<LetterRenderer>();
        services.AddSingleton<LetterSigner>();
        services.AddTransient<LetterSender>();
        services.AddSingleton<BounceTokens>();
        services.AddScoped<BounceDesk>();
        services.AddScoped<BounceIntake>();
        services.AddScoped<DeadMailboxes>();
        services.AddScoped<ILetterCheck, OptionalLetterCheck>();
        services.AddScoped<LetterLease>();
        services.AddScoped<LetterDrain>();
    }
}
