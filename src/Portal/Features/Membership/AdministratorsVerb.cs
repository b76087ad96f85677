using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership;

/// <summary><c>administrators</c>: prints who administers the portal by its settings, and who of them cannot sign in yet. All of it or nothing.</summary>
public static class AdministratorsVerb
{
    public static async Task<int> RunAsync(IServiceProvider services)
    {
        List<string> lines = [];
        foreach (var typed in services.GetRequiredService<TrainingSettings>().Administrators)
            lines.Add($"Administrator: {typed}{await WhyNotYetAsync(services, typed)}");
        lines.ForEach(Console.WriteLine);
        return 0;
    }

    /// <returns>Empty for one who can sign in: by the domain of the mailbox, or as a member whom a town hall let in.</returns>
    public static async Task<string> WhyNotYetAsync(IServiceProvider services, string typed)
    {
        if (MailAddressRule.Read(typed).Address is not { } address)
            return " – cannot sign in: not an address that the portal reads";
        var decision = await services.GetRequiredService<MemberDesk>().DecideAsync(address);
        if (decision.Refusal is not { } refusal || await IsVouchedForAsync(services, address))
            return "";
        var domain = typed[(typed.LastIndexOf('@') + 1)..];
        return refusal == MembershipRefusal.UnknownDomain
            ? $" – cannot sign in yet: no collectivité holds {domain} (--import FILE)"
            : $" – cannot sign in: anybody can have a mailbox at {domain}";
    }

    private static Task<bool> IsVouchedForAsync(IServiceProvider services, ProfessionalAddress address) =>
        services.GetRequiredService<TrainingDb>().Members.AnyAsync(m => m.Address == address.ToString() && m.Proof != MemberProof.Domain && m.RemovedAt == null);
}
