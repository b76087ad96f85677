using Training.Portal.Features.Discussions.Files;
using Training.Portal.Features.Discussions.Mail;
using Training.Portal.Features.Discussions.Moderation;
using Training.Portal.Features.Discussions.Replies;
using Training.Portal.Features.Discussions.Useful;
using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Discussions;

public static class DiscussionsFeature
{
    public static void AddDiscussions(this IServiceCollection services)
    {
        services.AddScoped<TopicFinder>();
        services.AddScoped<TopicList>();
        services.AddScoped<PostReading>();
        services.AddScoped<DiscussionDesk>();
        services.AddScoped<PostFiles>();
        services.AddScoped<UsefulAnswers>();
        services.AddScoped<ReadingDesk>();
        services.AddScoped<ModerationDesk>();
        services.AddScoped<PostLetters>();
        services.AddScoped<DigestDesk>();
        services.AddSingleton<UnsubscribeTokens>();
        services.AddSingleton<ReplyTokens>();
        services.AddScoped<ReplyRounds>();
        services.AddScoped<ReplyIntake>();
        services.AddScoped<ReplyAnswers>();
        services.AddScoped<ReceivedPurge>();
        services.AddSingleton<ILetterWriter, DiscussionLetterWriter>();
    }

    public static void MapDiscussions(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/discussions/{topic:int}/fichiers/{attachment:long}", ["GET", "HEAD"], PostFiles.GetAsync);
}
