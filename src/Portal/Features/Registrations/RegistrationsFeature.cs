namespace Training.Portal.Features.Registrations;

public static class RegistrationsFeature
{
    public static void AddRegistrations(this IServiceCollection services)
    {
        services.AddSingleton<RegistrationGate>();
        services.AddSingleton<SeatFacts>();
        services.AddScoped<RegistrationDesk>();
    }
}
