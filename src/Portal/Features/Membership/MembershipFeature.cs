using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership.Directory;
using Training.Portal.Features.Membership.Import;
using Training.Portal.Features.Membership.Moving;
using Training.Portal.Features.Membership.Passkeys;
using Training.Portal.Features.Membership.Referents;
using Training.Portal.Features.Membership.Register;
using Training.Portal.Features.Membership.WayIn;

namespace Training.Portal.Features.Membership;

public static class MembershipFeature
{
    public static void AddMembership(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddSingleton(_ => DomainLists.Carried());
        services.AddSingleton<SignInCodes>();
        services.AddSingleton<ILetterWriter, SignInLetter>();
        services.AddSingleton<SessionGate>();
        services.AddScoped<AwakeMembers>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<CodeDesk>();
        services.AddScoped<MemberDesk>();
        services.AddSingleton<ILetterWriter, AdmissionLetters>();
        services.AddSingleton<ILetterWriter, MovingLetters>();
        services.AddSingleton<ILetterWriter, PasskeyLetter>();
        services.AddScoped<ReferentPost>();
        services.AddScoped<Admissions>();
        services.AddScoped<AdmissionDesk>();
        services.AddScoped<CollectiviteAccess>();
        services.AddScoped<ReferentDesk>();
        services.AddScoped<AgentReading>();
        services.AddScoped<MovingDesk>();
        services.AddScoped<StaleRequests>();
        services.AddScoped<DirectoryReading>();
        services.AddScoped<DirectoryWords>();
        services.AddSingleton<ImportFile>();
        services.AddScoped<CollectiviteImport>();
        services.AddScoped<LapsedDomainImport>();
        services.AddScoped<RegisterImportRun>();
        services.AddScoped<RegisterImportDesk>();
        services.AddScoped<ImportClaims>();
        services.AddScoped<RegisterImportWork>();
        services.AddScoped<CollectiviteFinder>();
        services.AddScoped<NamedCollectivites>();
        services.AddScoped<RegisterWords>();
    }
}
