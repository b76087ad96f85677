using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Demo;

/// <summary>
/// Puts the demonstration into the database. Run again, it adds only what is missing: what people did with the
/// demonstration meanwhile stays as it is.
/// </summary>
public sealed class DemoSeed(
    TrainingDb db, MemberDesk members, DemoConferences conferences, DemoRecording recording, DemoResources resources, DemoDiscussions discussions, TimeProvider time)
{
    /// <param name="rawDirectory">The raw tracks of the past session; null leaves it out.</param>
    public async Task PlantAsync(DemoPlan plan, string? rawDirectory, CancellationToken cancellationToken = default)
    {
        foreach (var collectivite in plan.Collectivites)
            await PlantAsync(collectivite, cancellationToken);
        foreach (var person in plan.People)
            await PlantAsync(person, cancellationToken);
        foreach (var group in plan.Groups)
            await PlantAsync(group, cancellationToken);
        foreach (var coming in plan.Coming)
            await conferences.PlantAsync(coming, cancellationToken);
        foreach (var resource in plan.Resources)
            await resources.PlantAsync(resource, cancellationToken);
        foreach (var topic in plan.Topics)
            await discussions.PlantAsync(topic, cancellationToken);
        if (rawDirectory is not null)
            await recording.PlantAsync(plan.Past, rawDirectory, cancellationToken);
    }

    private async Task PlantAsync(DemoCollectivite wanted, CancellationToken cancellationToken)
    {
        // One that an import brought is taken as it is.
        if (await db.CollectiviteDomains.AnyAsync(d => wanted.Domains.Contains(d.Domain), cancellationToken))
            return;
        var row = await db.Collectivites.SingleOrDefaultAsync(c => wanted.Siren != null && c.Siren == wanted.Siren, cancellationToken)
            ?? db.Add(new Collectivite
            {
                Name = wanted.Name,
                Kind = wanted.Kind,
                Siren = wanted.Siren,
                InseeCode = wanted.InseeCode,
                Departement = wanted.Departement,
                Population = wanted.Population,
            }).Entity;
        row.Domains.AddRange(wanted.Domains.Select(domain => new CollectiviteDomain { Domain = domain }));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task PlantAsync(DemoPerson person, CancellationToken cancellationToken)
    {
        if (await db.Members.AnyAsync(m => m.Address == person.Address, cancellationToken))
            return;
        var address = MailAddressRule.Read(person.Address).Address!;
        var collectivite = (await members.DecideAsync(address, cancellationToken)).Choices[0];
        await members.JoinAsync(address, collectivite.Id, person.Name, "fr", cancellationToken: cancellationToken);
    }

    private async Task PlantAsync(DemoGroup wanted, CancellationToken cancellationToken)
    {
        if (await db.Groups.AnyAsync(g => g.Slug == wanted.Slug, cancellationToken))
            return;
        var now = time.GetUtcNow();
        var group = db.Add(new Group
        {
            Slug = wanted.Slug,
            Name = wanted.Name,
            Purpose = wanted.Purpose,
            Door = wanted.PrivateTo is null ? GroupDoor.Open : GroupDoor.Collectivite,
            Collectivite = await db.Collectivites.FirstOrDefaultAsync(c => c.Name == wanted.PrivateTo, cancellationToken),
            CreatedAt = now,
        }).Entity;
        foreach (var member in await db.Members.Where(m => wanted.Members.Keys.Contains(m.Address)).ToListAsync(cancellationToken))
            group.Memberships.Add(new GroupMembership { MemberId = member.Id, Role = wanted.Members[member.Address], JoinedAt = now });
        await db.SaveChangesAsync(cancellationToken);
    }
}
