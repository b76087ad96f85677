namespace Training.Portal.Features.Registrations;

public static class RegistrationsFeature
{
    public static void AddRegistrations(this IServiceCollection services)
    {
        // Filled by this subject.
    }
}
