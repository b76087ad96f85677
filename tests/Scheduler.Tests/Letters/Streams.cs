using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Training.MailSink;
using Training.Portal.Data;
using Training.Portal.Features.Letters;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;
using Training.TestKit.Audit;
using Training.TestKit.Calendars;
using Training.TestKit.Mail;

namespace Training.Scheduler.Tests.Letters;

/// <summary>What one registration is told arrives in the order in which it happened, whichever node carries which letter.</summary>
public sealed class Streams : IAsyncLifetime
{
    private const int Registrations = 40;

    private Ground ground = null!;

    public async ValueTask InitializeAsync() => ground = await Ground.LayAsync();

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task On_two_nodes_and_a_relay_that_refuses_at_first_no_cancellation_overtakes_its_invitation()
    {
        ground.Mail.Script.Next([.. Enumerable.Repeat(SinkFault.TryLater, Registrations)]);
        await using var one = await SchedulerNode.StartAsync(ground);
        await using var two = await SchedulerNode.StartAsync(ground);

        foreach (var said in Enumerable.Range(0, 3))
            await TellAllAsync(said % 2 == 0 ? one : two, said);

        await Eventually.TrueAsync(() => ground.SeeAsync(async db => await db.Letters.CountAsync(l => l.SentAt != null) == 3 * Registrations), TimeSpan.FromMinutes(2));
        foreach (var number in Enumerable.Range(0, Registrations))
            Assert.Equal(["REQUEST 0", "REQUEST 1", "CANCEL 2"], CalendarsOf(number).Select(Said));
        Assert.Empty((await CalendarProgram.ReadAsync(CalendarsOf(0))).Entries);
        await new Auditor(ground.Database) { Mail = ground.Mail }.AssertAsync();
    }

    private static async Task TellAllAsync(SchedulerNode node, int said)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        foreach (var number in Enumerable.Range(0, Registrations))
            outbox.Write(Facts(number, said), Address(number), $"registration:{number}");
        await scope.ServiceProvider.GetRequiredService<TrainingDb>().SaveChangesAsync();
    }

    private static LetterFacts Facts(int number, int said)
    {
        var start = new DateTimeOffset(2027, 3, 4, 9, 0, 0, TimeSpan.Zero).AddDays(said);
        var conference = new ConferenceFacts(
            number + 1, "Les marchés publics", "Les seuils", "Acheteurs", start, start.AddHours(1), "Europe/Paris", $"{number}@portail.test", said);
        return said switch
        {
            0 => new RegisteredFacts(conference, "Awa Diallo"),
            1 => new ConferenceMovedFacts(conference, "Awa Diallo", start.AddDays(-1)),
            _ => new ConferenceCancelledFacts(conference, "Awa Diallo", "Panne"),
        };
    }

    private List<string> CalendarsOf(int number) =>
        [.. ground.Mail.To(Address(number)).Select(letter => letter.Read().BodyParts.OfType<TextPart>().First(part => part.ContentType.IsMimeType("text", "calendar")).Text)];

    private static string Said(string calendar) => $"{Line(calendar, "METHOD")} {Line(calendar, "SEQUENCE")}";

    private static string Line(string calendar, string name) =>
        calendar.ReplaceLineEndings("\n").Split('\n').First(line => line.StartsWith($"{name}:", StringComparison.Ordinal))[(name.Length + 1)..];

    private static string Address(int number) => $"agent.{number}@commune.fr";
}
