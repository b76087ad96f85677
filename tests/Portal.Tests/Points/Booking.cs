using Training.Portal.Features.Membership;
using Training.Portal.Features.Points;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Points;

/// <summary>The ledger as the product uses it, each call in a scope and transaction of its own.</summary>
internal static class Booking
{
    public static Task<bool> EarnAsync(this PortalHost portal, params Earning[] earnings) => portal.WithAsync<Ledger, bool>(async ledger =>
    {
        await ledger.EarnAsync(earnings, portal.Clock.GetUtcNow());
        return true;
    });

    /// <summary>Points of a kind without a cap.</summary>
    public static Task<bool> GiveAsync(this PortalHost portal, Member member, int amount, string subject = "membership") =>
        portal.EarnAsync(new Earning(member.Id, amount, PointsReason.FirstSignIn, subject));

    public static Task<PointsRefusal?> SpendAsync(this PortalHost portal, Member member, int price, string subject = "resource:1") =>
        portal.WithAsync((Ledger ledger) => ledger.SpendAsync(new Spending(member.Id, price, subject, """{"title":"Fiche"}"""), portal.Clock.GetUtcNow()));

    public static Task<PointsRefusal?> ReverseAsync(this PortalHost portal, long entryId, Member? by = null) =>
        portal.WithAsync((LedgerReversal reversal) => reversal.ReverseAsync(entryId, by?.Id, "Erreur de saisie", portal.Clock.GetUtcNow()));

    public static Task<PointsAccount> AccountAsync(this PortalHost portal, Member member) =>
        portal.WithAsync((LedgerReading reading) => reading.AccountAsync(member.Id));

    public static Task<List<PointsEntry>> EntriesAsync(this PortalHost portal, Member member) =>
        portal.WithAsync((LedgerReading reading) => reading.EntriesAsync(member.Id));

    public static async Task<(int Balance, int Earned)> SumsAsync(this PortalHost portal, Member member)
    {
        var account = await portal.AccountAsync(member);
        return (account.Balance, account.Earned);
    }
}
