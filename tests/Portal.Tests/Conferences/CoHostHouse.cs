using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

/// <summary>A collectivité's own group with two conferences; an agent from elsewhere co-hosts one.</summary>
public sealed class CoHostHouse : PortalHost, IAsyncLifetime
{
    public Group Group { get; private set; } = null!;

    public Member Trainer { get; private set; } = null!;

    public Member Host { get; private set; } = null!;

    public Collectivite HostsTown { get; private set; } = null!;

    public Conference Shared { get; private set; } = null!;

    public Conference Other { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await StartAsync(this, null);
        var town = await Given.CollectiviteAsync();
        HostsTown = await Given.CollectiviteAsync();
        (Trainer, Host) = (await Given.MemberAsync(town), await Given.MemberAsync(HostsTown, "Renfort venu d'ailleurs"));
        Group = await Given.GroupAsync("Réseau secret", privateTo: town);
        await Given.MembershipAsync(Group, Trainer, GroupRole.Trainer);
        Shared = await NewAsync("Ensemble");
        Other = await Given.ConferenceAsync(Group, Trainer, "Ensemble sans renfort");
    }

    public async Task<Conference> NewAsync(string title, ConferenceState state = ConferenceState.Planned)
    {
        var conference = await Given.ConferenceAsync(Group, Trainer, title, state: state);
        await Database.StoreAsync(new ConferenceTrainer { ConferenceId = conference.Id, MemberId = Host.Id, CoHost = true });
        return conference;
    }
}
