using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Media.Rooms;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Resources;

namespace Training.Portal.Features.Demo;

/// <summary>What the demonstration consists of, as <c>demo.json</c> tells it.</summary>
public sealed record DemoPlan(
    IReadOnlyList<DemoCollectivite> Collectivites, IReadOnlyList<DemoPerson> People, IReadOnlyList<DemoGroup> Groups,
    IReadOnlyList<DemoComing> Coming, DemoPast Past, IReadOnlyList<DemoResource> Resources, IReadOnlyList<DemoTopic> Topics)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static DemoPlan Read()
    {
        using var stream = typeof(DemoPlan).Assembly.GetManifestResourceStream("Training.Portal.Features.Demo.demo.json")!;
        return JsonSerializer.Deserialize<DemoPlan>(stream, Json)!;
    }
}

public sealed record DemoCollectivite(
    string Name, CollectiviteKind Kind, string? Siren, string? InseeCode, string? Departement, int? Population, IReadOnlyList<string> Domains);

/// <param name="About">Told beside the address when the demonstration is ready.</param>
public sealed record DemoPerson(string Address, string Name, string About);

/// <param name="Members">Roles by address.</param>
public sealed record DemoGroup(string Slug, string Name, string Purpose, string? PrivateTo, IReadOnlyDictionary<string, GroupRole> Members);

/// <summary>The session that took place, with its recording.</summary>
/// <param name="LateMinutes">How long after the planned start it went live.</param>
/// <param name="Feeds">Kinds by feed key, as the raw files name them.</param>
public sealed record DemoPast(
    string Group, string Trainer, string Title, string Programme, int DaysAgo, int AtHour, int LastingMinutes, int LateMinutes, int LiveMinutes,
    int Capacity, IReadOnlyDictionary<string, FeedKind> Feeds, IReadOnlyList<DemoPresence> Present, IReadOnlyList<DemoChat> Chat);

/// <param name="Spans">From and to, in minutes since the session went live.</param>
public sealed record DemoPresence(string Address, IReadOnlyList<double[]> Spans);

/// <summary>Something a group keeps.</summary>
/// <param name="Reviewer">Null while it waits for a review.</param>
/// <param name="Body">Name of its text among those the demonstration carries.</param>
/// <param name="Table">Name of its CSV.</param>
/// <param name="OpenedBy">Who has paid its price.</param>
/// <param name="Useful">Who found it useful.</param>
public sealed record DemoResource(
    string Group, string Author, string? Reviewer, ResourceKind Kind, string Title, string Summary, string? Body, string? Table, ResourceDoor Door, int? Price, int DaysAgo,
    IReadOnlyList<string> OpenedBy, IReadOnlyList<string> Useful);

/// <summary>A subject people discuss.</summary>
public sealed record DemoTopic(string Group, string Title, bool Pinned, IReadOnlyList<DemoPost> Posts);

/// <param name="At">An hour of Paris.</param>
/// <param name="Useful">Whoever asked found this answer useful.</param>
public sealed record DemoPost(string Author, int DaysAgo, TimeOnly At, string Text, bool Useful);

/// <param name="Second">Since the session went live.</param>
public sealed record DemoChat(string Address, double Second, string Text);
