using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Membership.Moving;
using Training.Portal.Features.Membership.Passkeys;
using Training.Portal.Features.Membership.WayIn;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

/// <summary>Rows that hold somebody's address go once they serve no more.</summary>
public sealed class StaleRequestsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task What_was_asked_for_is_forgotten_on_its_day_and_not_before()
    {
        var (member, now) = (await portal.Given.MemberAsync(), portal.Clock.GetUtcNow());
        foreach (var days in new[] { 0.9, 1.1 })
        {
            await StoreAsync(new SignInChallenge { Id = Guid.NewGuid(), Address = Aged("code", days), Client = "x", CreatedAt = now.AddDays(-days), ExpiresAt = now });
            await StoreAsync(new AddressChange { Id = Guid.NewGuid(), MemberId = member.Id, OldAddress = member.Address, NewAddress = Aged("change", days), CreatedAt = now, ExpiresAt = now.AddDays(-days) });
            await StoreAsync(new SpentPasskeyChallenge { Id = Guid.NewGuid(), SpentAt = now.AddDays(-days) });
        }

        await AskedAsync("attente", AdmissionState.Pending, now.AddDays(-29), null);
        await AskedAsync("oubliee", AdmissionState.Pending, now.AddDays(-31), null);
        await AskedAsync("refusee", AdmissionState.Refused, now.AddDays(-31), now.AddDays(-40));
        await AskedAsync("admise", AdmissionState.Admitted, now.AddDays(-300), now.AddMonths(-11));
        await AskedAsync("perimee", AdmissionState.Admitted, now.AddDays(-400), now.AddMonths(-13));

        Assert.Equal(6, await portal.WithAsync((StaleRequests requests) => requests.ForgetAsync()));

        Assert.Equal(["admise", "attente"], await portal.Database.WithAsync(db => db.AdmissionRequests.OrderBy(r => r.Name).Select(r => r.Name).ToListAsync()));
        Assert.Equal([Aged("code", 0.9)], await portal.Database.WithAsync(db => db.SignInChallenges.Select(c => c.Address).ToListAsync()));
        Assert.Equal([Aged("change", 0.9)], await portal.Database.WithAsync(db => db.AddressChanges.Select(c => c.NewAddress).ToListAsync()));
        Assert.Equal(1, await portal.Database.WithAsync(db => db.SpentPasskeyChallenges.CountAsync()));
    }

    private async Task AskedAsync(string name, AdmissionState state, DateTimeOffset expires, DateTimeOffset? decided) =>
        await StoreAsync(new AdmissionRequest
        {
            Id = Guid.NewGuid(),
            Address = $"{name}@orange.fr",
            Name = name,
            CollectiviteId = (await portal.Given.CollectiviteAsync()).Id,
            AskedAt = expires.AddDays(-7),
            ExpiresAt = expires,
            State = state,
            DecidedAt = decided,
        });

    private Task StoreAsync(object row) => portal.Database.StoreAsync(row);

    private static string Aged(string what, double days) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what}.{days}@ville.fr");
}
