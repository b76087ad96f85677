namespace Training.Portal.Features.DevMail;

public static class DevMailFeature
{
    public static void AddDevMail(this IServiceCollection services)
    {
        services.AddScoped<DevMailbox>();
        services.AddScoped<DevReply>();
    }
}
