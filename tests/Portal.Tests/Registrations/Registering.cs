using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Registrations;

/// <summary>The desk as a page uses it: finds the conference for the reader, then asks.</summary>
internal static class Registering
{
    public static Task<RegistrationRefusal?> RegisterAsync(this PortalHost portal, Conference conference, Member member) =>
        portal.WithAsync(async (RegistrationDesk desk) => (await desk.RegisterAsync(conference.Id, ReaderOf(member))).Refusal);

    public static Task<RegistrationRefusal?> WithdrawAsync(this PortalHost portal, Conference conference, Member member) =>
        portal.AtDeskAsync(conference, member, (desk, sight) => desk.WithdrawAsync(sight));

    public static Task<ConferenceSight?> SightAsync(this PortalHost portal, Conference conference, Member member) =>
        portal.WithAsync((ConferenceFinder finder) => finder.FindAsync(conference.Id, ReaderOf(member)));

    public static Reader ReaderOf(Member member) => new(member.Id, member.CollectiviteId, member.Administrator);

    private static async Task<RegistrationRefusal?> AtDeskAsync(
        this PortalHost portal, Conference conference, Member member, Func<RegistrationDesk, ConferenceSight, Task<RegistrationRefusal?>> ask)
    {
        var sight = await portal.SightAsync(conference, member);
        return await portal.WithAsync((RegistrationDesk desk) => ask(desk, sight!));
    }
}
