using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Discussions;
using Training.Portal.Features.Discussions.Mail;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Recordings;
using Training.Portal.Features.Resources;
using Training.Portal.Tests.Discussions;
using Training.Portal.Tests.Membership;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Groups;

/// <summary>
/// Who sees what of a group, whatever its door: one table. Where someone may not look, what they get is what an address that does not exist
/// gives; every refusal stands beside the same request by someone entitled.
/// </summary>
public sealed class VisibilityMatrixTests(VisibilityMatrixTests.House house) : IClassFixture<VisibilityMatrixTests.House>
{
    public enum Who
    {
        /// <summary>Of another collectivité, in no group.</summary>
        Outsider,

        /// <summary>Of the same collectivité, in no group.</summary>
        Colleague,

        /// <summary>Of the same collectivité, answering for its agents, in no group: that opens no group's door.</summary>
        Referent,
        Member,
        Animator,
        Administrator,
    }

    public enum What
    {
        /// <summary>The group's own page: name and purpose.</summary>
        Door,

        /// <summary>Members, discussions, a topic, a conference.</summary>
        Pages,

        /// <summary>What animators alone find.</summary>
        AnimatorsPages,
        SearchOfGroup,
        SearchInside,

        /// <summary>Calendar entry, state and segments of the replay.</summary>
        Feed,

        /// <summary>The file of a message, and of a resource.</summary>
        Attachment,

        /// <summary>A post by letter to who follows, and the digest.</summary>
        Mail,

        /// <summary>The room's page and the hub.</summary>
        Hub,
    }

    private static readonly GroupDoor[] Doors = [GroupDoor.Open, GroupDoor.OnApproval, GroupDoor.Collectivite, GroupDoor.Invitation];

    /// <summary>One line per door and kind of thing: outsider, colleague, referent, member, animator, administrator.</summary>
    private static readonly (GroupDoor Door, What What, string Seen)[] Table =
    [
        (GroupDoor.Open, What.Door, "yes yes yes yes yes yes"),
        (GroupDoor.Open, What.Pages, "yes yes yes yes yes yes"),
        (GroupDoor.Open, What.AnimatorsPages, "no no no no yes yes"),
        (GroupDoor.Open, What.SearchOfGroup, "yes yes yes yes yes yes"),
        (GroupDoor.Open, What.SearchInside, "yes yes yes yes yes yes"),
        (GroupDoor.Open, What.Feed, "yes yes yes yes yes yes"),
        (GroupDoor.Open, What.Attachment, "yes yes yes yes yes yes"),
        (GroupDoor.Open, What.Mail, "yes yes yes yes yes yes"),
        (GroupDoor.Open, What.Hub, "yes yes yes yes yes yes"),
        (GroupDoor.OnApproval, What.Door, "yes yes yes yes yes yes"),
        (GroupDoor.OnApproval, What.Pages, "no no no yes yes yes"),
        (GroupDoor.OnApproval, What.AnimatorsPages, "no no no no yes yes"),
        (GroupDoor.OnApproval, What.SearchOfGroup, "yes yes yes yes yes yes"),
        (GroupDoor.OnApproval, What.SearchInside, "no no no yes yes yes"),
        (GroupDoor.OnApproval, What.Feed, "no no no yes yes yes"),
        (GroupDoor.OnApproval, What.Attachment, "no no no yes yes yes"),
        (GroupDoor.OnApproval, What.Mail, "no no no yes yes yes"),
        (GroupDoor.OnApproval, What.Hub, "no no no yes yes yes"),
        (GroupDoor.Collectivite, What.Door, "no yes yes yes yes yes"),
        (GroupDoor.Collectivite, What.Pages, "no yes yes yes yes yes"),
        (GroupDoor.Collectivite, What.AnimatorsPages, "no no no no yes yes"),
        (GroupDoor.Collectivite, What.SearchOfGroup, "no yes yes yes yes yes"),
        (GroupDoor.Collectivite, What.SearchInside, "no yes yes yes yes yes"),
        (GroupDoor.Collectivite, What.Feed, "no yes yes yes yes yes"),
        (GroupDoor.Collectivite, What.Attachment, "no yes yes yes yes yes"),
        (GroupDoor.Collectivite, What.Mail, "no yes yes yes yes yes"),
        (GroupDoor.Collectivite, What.Hub, "no yes yes yes yes yes"),
        (GroupDoor.Invitation, What.Door, "no no no yes yes yes"),
        (GroupDoor.Invitation, What.Pages, "no no no yes yes yes"),
        (GroupDoor.Invitation, What.AnimatorsPages, "no no no no yes yes"),
        (GroupDoor.Invitation, What.SearchOfGroup, "no no no yes yes yes"),
        (GroupDoor.Invitation, What.SearchInside, "no no no yes yes yes"),
        (GroupDoor.Invitation, What.Feed, "no no no yes yes yes"),
        (GroupDoor.Invitation, What.Attachment, "no no no yes yes yes"),
        (GroupDoor.Invitation, What.Mail, "no no no yes yes yes"),
        (GroupDoor.Invitation, What.Hub, "no no no yes yes yes"),
    ];

    public static TheoryData<GroupDoor, What, Who, bool> Cells
    {
        get
        {
            var cells = new TheoryData<GroupDoor, What, Who, bool>();
            foreach (var (door, what, seen) in Table)
                foreach (var (who, said) in Enum.GetValues<Who>().Zip(seen.Split(' ')))
                    cells.Add(door, what, who, said == "yes");
            return cells;
        }
    }

    [Theory, MemberData(nameof(Cells))]
    public async Task Each_door_shows_what_it_shall_to_whom_it_shall(GroupDoor door, What what, Who who, bool seen)
    {
        var room = house.Rooms[door];
        var browser = await house.BrowserAsync(who);
        foreach (var answer in await AnswersAsync(what, who, room, browser))
            Assert.True(seen == answer.Seen, $"{answer.Where}: {(answer.Seen ? "seen" : "not seen")}");
    }

    [Theory, InlineData(GroupDoor.Open), InlineData(GroupDoor.OnApproval), InlineData(GroupDoor.Collectivite), InlineData(GroupDoor.Invitation)]
    public async Task A_visitor_is_asked_to_sign_in_and_hears_nothing_of_discussions(GroupDoor door)
    {
        var room = house.Rooms[door];
        using var visitor = house.Browser();
        foreach (var path in Paths(What.Pages, room).Append("/recherche?q=zirconium").Where(p => door != GroupDoor.Open || !p.StartsWith("/conferences/", StringComparison.Ordinal)))
            Assert.StartsWith("/connexion?retour=", (await visitor.GetAsync(path)).Path, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<(string Where, bool Seen)>> AnswersAsync(What what, Who who, Room room, Browser browser) => what switch
    {
        What.SearchOfGroup => [("search", (await browser.GetAsync("/recherche?q=zirconium")).Has($"a[href='/groupes/{room.Group.Slug}']"))],
        What.SearchInside => await FoundInsideAsync(room, browser),
        What.Mail => [("letter", house.Letters(who, room.Topic.Title)), ("digest", house.Digested(who, room.Told))],
        What.Hub => [await GotAsync(browser, $"/conferences/{room.Live.Id}/salle"), ("hub", await NegotiatesAsync(browser, room.Live.Id))],
        _ => await GotAllAsync(browser, Paths(what, room)),
    };

    private static string[] Paths(What what, Room room) => what switch
    {
        What.Door => [$"/groupes/{room.Group.Slug}"],
        What.Pages => [$"/groupes/{room.Group.Slug}/membres", $"/groupes/{room.Group.Slug}/discussions", $"/discussions/{room.Topic.Id}", $"/conferences/{room.Live.Id}", $"/ressources/{room.Resource.Id}"],
        What.AnimatorsPages => [$"/groupes/{room.Group.Slug}/modifier", $"/groupes/{room.Group.Slug}/invitations", $"/groupes/{room.Group.Slug}/moderation"],
        What.Attachment => [$"/discussions/{room.Told.Id}/fichiers/{room.PostFile}", $"/ressources/{room.Resource.Id}/fichiers/{room.ResourceFile}"],
        _ =>
        [
            $"/conferences/{room.Live.Id}/agenda.ics", $"/conferences/{room.Past.Id}/replay/etat", $"/conferences/{room.Past.Id}/replay/{House.Version}/master.m3u8",
        ],
    };

    private static async Task<IEnumerable<(string Where, bool Seen)>> GotAllAsync(Browser browser, IEnumerable<string> paths)
    {
        List<(string, bool)> answers = [];
        foreach (var path in paths)
            answers.Add(await GotAsync(browser, path));
        return answers;
    }

    /// <summary>Either all of it, or what an address that does not exist gives.</summary>
    private static async Task<(string Where, bool Seen)> GotAsync(Browser browser, string path)
    {
        var page = await browser.GetAsync(path);
        Assert.Contains(page.Status, new[] { HttpStatusCode.OK, HttpStatusCode.NotFound });
        return (path, page.Status == HttpStatusCode.OK);
    }

    private static async Task<IEnumerable<(string Where, bool Seen)>> FoundInsideAsync(Room room, Browser browser)
    {
        var found = await browser.GetAsync($"/recherche?q={Uri.EscapeDataString(room.Word)}");
        return
        [
            ("topic", found.Has($"a[href^='/discussions/{room.Topic.Id}']")),
            ("message", found.Has($"a[href^='/discussions/{room.Told.Id}']")),
            ("resource", found.Has($"a[href='/ressources/{room.Resource.Id}']")),
            ("conference", found.Has($"a[href='/conferences/{room.Live.Id}']")),
        ];
    }

    private async Task<bool> NegotiatesAsync(Browser browser, int conference)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hub/salle/negotiate?negotiateVersion=1&conference={conference}");
        request.Headers.Add("Origin", house.Address.GetLeftPart(UriPartial.Authority));
        using var answer = await browser.Client.SendAsync(request);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.NotFound });
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>What stands behind one door. <paramref name="Word"/> is written inside and nowhere else.</summary>
    public sealed record Room(Group Group, Topic Topic, Topic Told, Conference Live, Conference Past, Resource Resource, long PostFile, int ResourceFile, string Word);

    /// <summary>A group behind each door, and everybody who might look.</summary>
    public sealed class House : PortalHost, IAsyncLifetime
    {
        public const string Version = "r0123456789abcdef";
        private static readonly string[] Words = ["tournesol", "glycine", "capucine", "pivoine"];
        private readonly Dictionary<Who, Member> people = [];

        public Dictionary<GroupDoor, Room> Rooms { get; } = [];

        public async ValueTask InitializeAsync()
        {
            await StartAsync(this, null);
            var home = await Given.CollectiviteAsync();
            foreach (var who in Enum.GetValues<Who>())
                people[who] = await Given.MemberAsync(who is Who.Outsider or Who.Administrator ? null : home, administrator: who == Who.Administrator);
            await Database.WithAsync(db => db.Members.Where(m => m.Id == people[Who.Referent].Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.ReferentSince, Clock.GetUtcNow())));
            var author = await Given.MemberAsync(home);
            foreach (var (door, word) in Doors.Zip(Words))
                Rooms[door] = await FurnishAsync(door, home, author, word);
            await WriteLettersAsync();
        }

        public async Task<Browser> BrowserAsync(Who who) => await Browser().SignInAsync(people[who]);

        public bool Letters(Who who, string title) => Mail.To(people[who].Address).Any(l => l.Read().Subject!.Contains(title, StringComparison.Ordinal));

        /// <summary>A digest is for groups one has joined: whoever has not, but may look, is not counted against it.</summary>
        public bool Digested(Who who, Topic topic)
        {
            var told = Mail.To(people[who].Address).Any(l => l.Read().TextBody!.Contains($"/discussions/{topic.Id}\n", StringComparison.Ordinal));
            return who is Who.Member or Who.Animator ? told : !told && Letters(who, Rooms.Values.Single(r => r.Told.Id == topic.Id).Topic.Title);
        }

        private async Task<Room> FurnishAsync(GroupDoor door, Collectivite home, Member author, string word)
        {
            var group = await Given.GroupAsync($"Réseau du zirconium {door}", privateTo: door == GroupDoor.Collectivite ? home : null, door: door);
            await Given.MembershipAsync(group, author);
            await Given.MembershipAsync(group, people[Who.Member]);
            await Given.MembershipAsync(group, people[Who.Animator], GroupRole.Animator);
            var topic = await Given.TopicAsync(group, author, $"À propos de {word}");
            var told = await Given.TopicAsync(group, author, $"Sujet ordinaire {door}", $"Un mot sur {word}.");
            var live = await Given.ConferenceAsync(group, author, $"Conférence {word}");
            var past = await Given.ConferenceAsync(group, author, startsAt: Clock.GetUtcNow().AddDays(-2), state: ConferenceState.Ended);
            await PublishAsync(past);
            var file = await Given.AttachmentAsync(await Given.PostAsync(told, author, "Ci-joint."));
            var resource = await Given.ResourceAsync(group, author, $"Fiche {word}");
            var beside = await Given.AttachmentAsync(resource);
            return new Room(group, topic, told, live, past, resource, file.Id, beside.Id, word);
        }

        private async Task PublishAsync(Conference past)
        {
            await Given.RecordingAsync(past, RecordingState.Published, Version);
            var folder = Path.Combine(Files.Path, "media", "replays", past.Id.ToString(CultureInfo.InvariantCulture), Version);
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "master.m3u8"), "#EXTM3U\n");
        }

        /// <summary>Everybody once followed every topic and asked for the digest, as somebody who left would have.</summary>
        private async Task WriteLettersAsync()
        {
            var author = (await Database.WithAsync(async db => await db.Members.FindAsync(Rooms[GroupDoor.Open].Topic.AuthorId)))!;
            foreach (var member in people.Values)
            {
                await WithAsync(async (DigestDesk d) => { await d.SetAsync(member.Id, DigestRhythm.Daily); return 0; });
                foreach (var room in Rooms.Values)
                    await WithAsync(async (ReadingDesk d) => { await d.FollowAsync(room.Topic.Id, member.Id, true); return 0; });
            }

            Clock.Advance(TimeSpan.FromHours(1));
            foreach (var room in Rooms.Values)
            {
                await this.SayAsync(room.Topic, author, "Du nouveau.");
                await this.SayAsync(room.Told, author, "Et ici aussi.");
            }

            Clock.Advance(TimeSpan.FromDays(1));
            await WithAsync((DigestDesk d) => d.WriteDueAsync(100));
            while (await this.DrainAsync(100) > 0)
            {
            }
        }
    }
}
