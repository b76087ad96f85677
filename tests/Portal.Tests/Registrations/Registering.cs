using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Candidacies;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Registrations;

/// <summary>The desk as a page uses it: finds the conference for the reader, then asks.</summary>
internal static class Registering
{
    public static Task<RegistrationRefusal?> RegisterAsync(this PortalHost portal, Conference conference, Member member) =>
        portal.WithAsync(async (RegistrationDesk desk) => (await desk.RegisterAsync(conference.Id, ReaderOf(member))).Refusal);

    /// <summary>What one click on the page gives: a seat, a rank, a request.</summary>
    public static Task<SeatAnswer> AskAsync(this PortalHost portal, Conference conference, Member member) =>
        portal.WithAsync((RegistrationDesk desk) => desk.AskAsync(conference.Id, ReaderOf(member)));

    public static async Task<bool> LeaveAsync(this PortalHost portal, Conference conference, Member member)
    {
        var sight = await portal.SightAsync(conference, member);
        return await portal.WithAsync((RegistrationDesk desk) => desk.LeaveAsync(sight!));
    }

    /// <summary>The member's latest candidacy.</summary>
    public static Task<Candidacy> CandidacyAsync(this PortalHost portal, Conference conference, Member member) => portal.Database.WithAsync(db =>
        db.Candidacies.Where(k => k.ConferenceId == conference.Id && k.MemberId == member.Id).OrderByDescending(k => k.Id).FirstAsync());

    /// <summary>What the Scheduler does when it looks.</summary>
    public static Task<int> MeetMilestonesAsync(this PortalHost portal) => portal.WithAsync((MilestoneDrain drain) => drain.DrainAsync());

    public static Task<List<LetterKind>> LettersAsync(this PortalHost portal, Conference conference, Member member) => portal.Database.WithAsync(db =>
        db.Letters.Where(l => l.Stream == $"registration:{conference.Id}:{member.Id}").OrderBy(l => l.Id).Select(l => l.Kind).ToListAsync());

    /// <summary>A conference of an open group, with its trainer and people to fill it.</summary>
    public static async Task<(Conference Conference, Member Trainer, List<Member> People)> ConferenceForAsync(
        this PortalHost portal, int people, int capacity, DateTimeOffset? startsAt = null)
    {
        var home = await portal.Given.CollectiviteAsync();
        var trainer = await portal.Given.MemberAsync(home);
        var conference = await portal.Given.ConferenceAsync(await portal.Given.GroupAsync(), trainer, capacity: capacity, startsAt: startsAt);
        var members = new List<Member>();
        for (var i = 0; i < people; i++)
            members.Add(await portal.Given.MemberAsync(home));
        return (conference, trainer, members);
    }

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
