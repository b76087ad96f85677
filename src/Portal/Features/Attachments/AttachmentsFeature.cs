namespace Training.Portal.Features.Attachments;

public static class AttachmentsFeature
{
    public static void AddAttachments(this IServiceCollection services)
    {
        services.AddScoped<AttachmentStore>();
        services.AddScoped<AttachmentPurge>();
        services.AddSingleton<HeldFiles>();
        services.AddSingleton<AttachmentWords>();
    }
}
