using Training.Portal.Features.Membership;

namespace Training.TestKit.Domain;

public sealed partial class Given
{
    /// <summary>An agent of the collectivité (when none is said, of a new one that the address proves).</summary>
    public async Task<Member> MemberAsync(
        Collectivite? of = null, string? name = null, string? address = null, bool administrator = false, string timeZone = "Europe/Paris")
    {
        of ??= await CollectiviteAsync(domains: address is null ? [] : [address[(address.LastIndexOf('@') + 1)..]]);
        var number = Next();
        return await StoredAsync(new Member
        {
            Address = address ?? $"agent.{number}@{of.Domains.FirstOrDefault()?.Domain ?? "commune.fr"}",
            Name = name ?? $"Agent {number}",
            CollectiviteId = of.Id,
            Administrator = administrator,
            TimeZone = timeZone,
            JoinedAt = clock.GetUtcNow(),
            ProvedAt = clock.GetUtcNow(),
            SessionStamp = Guid.NewGuid(),
        });
    }
}
