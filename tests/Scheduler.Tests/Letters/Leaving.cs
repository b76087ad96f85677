using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.MailSink;
using Training.Portal.Data;
using Training.Portal.Features.Letters;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;
using Training.TestKit.Audit;

namespace Training.Scheduler.Tests.Letters;

public sealed class Leaving : IAsyncLifetime
{
    private Ground ground = null!;

    public async ValueTask InitializeAsync() => ground = await Ground.LayAsync();

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task A_letter_leaves_within_seconds_of_its_commit_and_before_the_next_sweep()
    {
        await using var node = await SchedulerNode.StartAsync(ground);
        await WriteAsync(node, "premiere@commune.fr");
        await ground.Mail.ArrivedAsync(1);

        await WriteAsync(node, "seconde@commune.fr");
        var written = Ground.Now;
        await ground.Mail.ArrivedAsync(2);

        Assert.InRange(Ground.Now - written, TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Two_nodes_send_two_hundred_letters_once_each()
    {
        await using var one = await SchedulerNode.StartAsync(ground);
        await using var two = await SchedulerNode.StartAsync(ground);

        await WriteAsync(one, [.. Enumerable.Range(1, 200).Select(i => $"agent.{i}@commune.fr")]);

        await AllSentAsync(200);
        await AuditAsync();
    }

    [Fact]
    public async Task A_relay_that_is_down_gets_every_letter_once_when_it_returns()
    {
        ground.Mail.Script.Always = SinkFault.TryLater;
        await using var node = await SchedulerNode.StartAsync(ground);
        await WriteAsync(node, "a@commune.fr", "b@commune.fr", "c@commune.fr");
        await Eventually.TrueAsync(() => ground.SeeAsync(db => db.Letters.AllAsync(l => l.Attempts > 0 && l.LastError != null)));

        ground.Mail.Script.Always = null;

        await AllSentAsync(3);
        await AuditAsync();
    }

    [Fact]
    public async Task A_letter_that_can_never_be_written_out_is_dropped_with_a_reason_and_holds_up_nobody()
    {
        await using var node = await SchedulerNode.StartAsync(ground);
        await ground.Database.StoreAsync(Poison(1), Poison(2));
        await WriteAsync(node, "a@commune.fr", "b@commune.fr");

        await Eventually.TrueAsync(() => ground.SeeAsync(db => db.Letters.AllAsync(l => l.SentAt != null || l.DroppedAt != null)), TimeSpan.FromMinutes(1));
        await ground.Mail.ArrivedAsync(2);
        Assert.Equal(2, await ground.SeeAsync(db => db.Letters.CountAsync(l => l.DroppedAt != null && l.LastError != null)));
        await AuditAsync();
    }

    [Fact]
    public async Task A_relay_that_breaks_after_taking_a_letter_may_get_it_again_under_the_same_name()
    {
        ground.Mail.Script.Next(SinkFault.CutBeforeAnswer);
        await using var node = await SchedulerNode.StartAsync(ground);
        await WriteAsync(node, "a@commune.fr");

        await AllSentAsync(1);

        Assert.Equal(2, Assert.Single(ground.Mail.CountByMessageId()).Value);
        await AuditAsync();
    }

    /// <summary>Its facts lack everything the letter tells.</summary>
    private static Letter Poison(int number) => new()
    {
        Kind = LetterKind.Registered,
        To = $"poison.{number}@commune.fr",
        Stream = $"poison:{number}",
        Facts = "{}",
        MessageId = $"poison.{number}@portail.test",
        CreatedAt = Ground.Now,
    };

    private Task AllSentAsync(int count) =>
        Eventually.TrueAsync(() => ground.SeeAsync(async db => await db.Letters.CountAsync(l => l.SentAt != null) == count), TimeSpan.FromMinutes(1));

    private Task AuditAsync() => new Auditor(ground.Database) { Mail = ground.Mail }.AssertAsync();

    private static async Task WriteAsync(SchedulerNode node, params string[] addresses)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        foreach (var address in addresses)
            outbox.Write(new SignInCodeFacts(Guid.NewGuid(), Ground.Now.AddMinutes(10)), address, $"sign-in:{address}");
        await scope.ServiceProvider.GetRequiredService<TrainingDb>().SaveChangesAsync();
    }
}

/// <summary>Waiting for letters where they arrive.</summary>
internal static class SinkWaiting
{
    public static Task ArrivedAsync(this SmtpSink sink, int count) => Eventually.TrueAsync(() => sink.Letters.Count >= count, TimeSpan.FromMinutes(1));
}
