using System.Diagnostics;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Registrations;

/// <param name="From">When the click left, on this machine's steady clock.</param>
/// <param name="Until">When it was answered.</param>
internal sealed record Click(Member Member, SeatAnswer Answer, long From, long Until)
{
    /// <summary>Seats come first, then the ranks of the waiting list.</summary>
    public int Place => Answer.Standing == SeatStanding.Seated ? 0 : Answer.Rank;
}

/// <summary>A crowd whose clicks meet.</summary>
internal static class Rush
{
    public static async Task<IReadOnlyList<Member>> CrowdAsync(PortalHost portal, int size)
    {
        var home = await portal.Given.CollectiviteAsync();
        var now = portal.Clock.GetUtcNow();
        var members = Enumerable.Range(0, size).Select(n => new Member
        {
            Address = $"foule.{n}@foule.fr",
            Name = $"Foule {n}",
            CollectiviteId = home.Id,
            JoinedAt = now,
            ProvedAt = now,
            SessionStamp = Guid.NewGuid(),
        }).ToArray();
        await portal.Database.StoreAsync([.. members]);
        return members;
    }

    /// <summary>All of them at once: none waits for another's answer.</summary>
    public static Task<Click[]> ClickAsync(PortalHost portal, Conference conference, IEnumerable<Member> people) => Task.WhenAll(people.Select(async person =>
    {
        var from = Stopwatch.GetTimestamp();
        var answer = await portal.AskAsync(conference, person);
        return new Click(person, answer, from, Stopwatch.GetTimestamp());
    }));

    /// <summary>Whoever was answered before another clicked is not behind them.</summary>
    public static void MustKeepOrder(IEnumerable<Click> clicks)
    {
        var latest = long.MinValue;
        foreach (var place in clicks.GroupBy(c => c.Place).OrderBy(g => g.Key))
        {
            Assert.All(place, c => Assert.True(c.Until >= latest, $"{c.Member.Name}, at place {c.Place}, was answered before somebody clicked who is before them."));
            latest = Math.Max(latest, place.Max(c => c.From));
        }
    }
}
