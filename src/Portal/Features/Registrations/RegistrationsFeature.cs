using Training.Portal.Features.Letters;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Features.Registrations.Organising;
using Training.Portal.Features.Registrations.Questions;
using Training.Portal.Features.Registrations.Reminders;
using Training.Portal.Features.Registrations.Team;

namespace Training.Portal.Features.Registrations;

public static class RegistrationsFeature
{
    public static void AddRegistrations(this IServiceCollection services)
    {
        services.AddSingleton<RegistrationGate>();
        services.AddSingleton<SeatSql>();
        services.AddSingleton<SeatFacts>();
        services.AddSingleton<OfferDesk>();
        services.AddSingleton<MessageTokens>();
        services.AddScoped<RegistrationDesk>();
        services.AddSingleton<SeatTold>();
        services.AddScoped<QuestionDesk>();
        services.AddScoped<TeamDesk>();
        services.AddScoped<RegistrantReading>();
        services.AddSingleton<RegistrantWords>();
        services.AddSingleton<ApprovalDesk>();
        services.AddSingleton<MessageDesk>();
        services.AddScoped<IMilestoneAct, OfferLapseAct>();
        services.AddSingleton<ILetterWriter, RegistrationLetterWriter>();
        services.AddScoped<ReminderMilestones>();
        services.AddScoped<ReminderDesk>();
        services.AddScoped<IMilestoneAct, FirstReminderAct>();
        services.AddScoped<IMilestoneAct, SecondReminderAct>();
        services.AddScoped<IMilestoneAct, LastReminderAct>();
        services.AddSingleton<ILetterWriter, ReminderWriter>();
        services.AddScoped<ILetterCheck, ReminderCheck>();
    }
}
