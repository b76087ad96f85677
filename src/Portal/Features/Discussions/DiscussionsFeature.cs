using Training.Portal.Features.Discussions.Mail;
using Training.Portal.Features.Discussions.Moderation;
using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Discussions;

public static class DiscussionsFeature
{
    public static void AddDiscussions(this IServiceCollection services)
    {
        services.AddScoped<TopicFinder>();
        services.AddScoped<TopicList>();
        services.AddScoped<DiscussionDesk>();
        services.AddScoped<ReadingDesk>();
        services.AddScoped<ModerationDesk>();
        services.AddScoped<PostLetters>();
        services.AddScoped<DigestDesk>();
        services.AddSingleton<UnsubscribeTokens>();
        services.AddSingleton<ILetterWriter, DiscussionLetterWriter>();
    }
}
