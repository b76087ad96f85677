using Microsoft.EntityFrameworkCore;
using Training.MailSink;
using Training.Portal.Data;
using Training.Portal.Features.Letters;
using Training.Portal.Tests.Membership;
using Training.TestKit;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Letters;

/// <summary>Every letter once, in order, whatever the mail relay does.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private PortalHost portal = null!;

    public async ValueTask InitializeAsync() =>
        portal = await PortalHost.StartAsync(options => options.Settings["Training:Mail:TimeoutSeconds"] = "1");

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task A_letter_exists_if_and_only_if_its_transaction_commits()
    {
        await portal.WithAsync(async (TrainingDb db) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await WriteAsync(db, "annulee@ville.fr");
            await transaction.RollbackAsync();
            return 0;
        });
        await WriteAsync("gardee@ville.fr");
        await DrainAllAsync();
        Assert.Equal(["gardee@ville.fr"], portal.Mail.Letters.SelectMany(l => l.To));
    }

    [Fact]
    public async Task A_letter_names_sender_reader_and_reply_and_says_that_a_machine_wrote_it()
    {
        await WriteAsync("moi@ville.fr");
        await DrainAllAsync();
        var letter = Assert.Single(portal.Mail.Letters);
        var message = letter.Read();
        var row = Assert.Single(await RowsAsync());
        Assert.Equal(("e-rt@portail.test", row.MessageId), (letter.From, message.MessageId));
        Assert.EndsWith("@portail.test", row.MessageId, StringComparison.Ordinal);
        Assert.Equal(["contact@portail.test"], message.ReplyTo.Mailboxes.Select(m => m.Address));
        Assert.Equal("auto-generated", letter.Header("Auto-Submitted"));
        Assert.Equal("multipart/alternative", message.Body!.ContentType.MimeType);
        Assert.Equal(["text/plain", "text/html"], message.BodyParts.Select(p => p.ContentType.MimeType));
        Assert.Contains(letter.Code()[..3], message.Subject, StringComparison.Ordinal);
        Assert.Contains("10 minutes", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("/connexion/lien/", message.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_speaks_the_language_of_its_reader()
    {
        await WriteAsync("me@ville.fr", language: "en");
        await DrainAllAsync();
        Assert.Contains("your code", Assert.Single(portal.Mail.Letters).Read().Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_greylisted_letter_leaves_at_the_next_try_once()
    {
        portal.Mail.Script.Next(SinkFault.TryLater);
        await WriteAsync("moi@ville.fr");
        await DrainAllAsync();
        var waiting = Assert.Single(await RowsAsync());
        Assert.Contains("451", waiting.LastError, StringComparison.Ordinal);
        Assert.Null(waiting.LeasedUntil);
        Assert.Equal(0, await portal.DrainAsync());

        await HurryAsync();
        await DrainAllAsync();
        await DrainAllAsync();
        Assert.Single(portal.Mail.Letters);
        Assert.NotNull(Assert.Single(await RowsAsync()).SentAt);
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_dropped_and_holds_up_nobody()
    {
        portal.Mail.Script.Next(SinkFault.Refuse);
        await WriteAsync("personne@ville.fr");
        await WriteAsync("quelquun@ville.fr");
        await DrainAllAsync();
        var rows = await RowsAsync();
        Assert.NotNull(rows[0].DroppedAt);
        Assert.Contains("550", rows[0].LastError, StringComparison.Ordinal);
        Assert.NotNull(rows[1].SentAt);
    }

    [Fact]
    public async Task A_relay_that_is_down_delays_every_letter_and_each_leaves_once_when_it_is_back()
    {
        await portal.Mail.StopAsync();
        for (var i = 0; i < 5; i++)
            await WriteAsync($"agent.{i}@ville.fr");
        await DrainAllAsync();
        Assert.All(await RowsAsync(), row => Assert.True(row is { SentAt: null, DroppedAt: null, LeasedUntil: null, Attempts: 1 }));

        portal.Mail.Start();
        await HurryAsync();
        await DrainAllAsync();
        Assert.Equal(5, portal.Mail.Letters.Count);
        Assert.All(portal.Mail.CountByMessageId().Values, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task A_relay_that_hangs_is_left_after_its_time_and_the_rest_of_the_batch_is_free_for_others()
    {
        portal.Mail.Script.Next(SinkFault.Hang);
        for (var i = 0; i < 3; i++)
            await WriteAsync($"agent.{i}@ville.fr");
        await portal.DrainAsync();
        var rows = await RowsAsync();
        Assert.Equal([1, 0, 0], rows.Select(r => r.Attempts));
        Assert.All(rows, row => Assert.Null(row.LeasedUntil));
        await HurryAsync();
        await DrainAllAsync();
        Assert.All(await RowsAsync(), row => Assert.NotNull(row.SentAt));
    }

    [Theory]
    [InlineData(SinkFault.CutBeforeAnswer, 2)]
    [InlineData(SinkFault.CutDuringData, 1)]
    public async Task A_line_cut_after_the_letter_gives_at_most_one_double_with_the_same_message_id(SinkFault fault, int received)
    {
        portal.Mail.Script.Next(fault);
        await WriteAsync("moi@ville.fr");
        await DrainAllAsync();
        await HurryAsync();
        await DrainAllAsync();
        await HurryAsync();
        await DrainAllAsync();
        Assert.Equal(received, Assert.Single(portal.Mail.CountByMessageId()).Value);
    }

    [Fact]
    public async Task A_worker_that_vanished_leaves_its_letters_to_another_once_its_lease_is_over()
    {
        await WriteAsync("moi@ville.fr");
        await portal.WithAsync((LetterLease lease) => lease.TakeAsync(10));
        Assert.Equal(0, await portal.DrainAsync());
        await portal.Database.WithAsync(db => db.Database.ExecuteSqlAsync($"UPDATE letters SET leased_until = now() - interval '1 second'"));
        Assert.Equal(1, await portal.DrainAsync());
        Assert.Single(portal.Mail.Letters);
    }

    [Fact]
    public async Task Four_workers_at_once_send_each_of_a_hundred_letters_once()
    {
        for (var i = 0; i < 100; i++)
            await WriteAsync($"agent.{i}@ville.fr");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DrainAllAsync(7))));
        Assert.Equal(100, portal.Mail.Letters.Count);
        Assert.Equal(100, portal.Mail.CountByMessageId().Count);
    }

    [Fact]
    public async Task Letters_of_one_stream_never_overtake_one_another()
    {
        portal.Mail.Script.Next(SinkFault.TryLater);
        var first = await WriteAsync("moi@ville.fr", stream: "registration:1");
        var second = await WriteAsync("moi@ville.fr", stream: "registration:1");
        var other = await WriteAsync("autre@ville.fr", stream: "registration:2");
        await DrainAllAsync();
        Assert.Equal([other], portal.Mail.Letters.Select(l => l.Read().MessageId));

        await HurryAsync();
        await DrainAllAsync();
        Assert.Equal([other, first, second], portal.Mail.Letters.Select(l => l.Read().MessageId));
    }

    [Fact]
    public async Task A_letter_whose_time_has_passed_is_dropped_unsent()
    {
        await WriteAsync("moi@ville.fr", pointlessAfter: PortalHost.Beginning.AddMinutes(10));
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        await DrainAllAsync();
        Assert.Empty(portal.Mail.Letters);
        Assert.Equal("Pointless", Assert.Single(await RowsAsync()).LastError);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_out_is_dropped_and_holds_up_nobody()
    {
        await WriteAsync("moi@ville.fr");
        await portal.Database.WithAsync(db => db.Letters.ExecuteUpdateAsync(set => set.SetProperty(l => l.Facts, "[]")));
        await WriteAsync("autre@ville.fr");
        await DrainAllAsync();
        Assert.Equal(["autre@ville.fr"], portal.Mail.Letters.SelectMany(l => l.To));
        Assert.StartsWith("Unwritable", (await RowsAsync())[0].LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writing_a_letter_wakes_the_scheduler_after_the_commit()
    {
        await using var listener = new Npgsql.NpgsqlConnection(portal.Database.ConnectionString);
        await listener.OpenAsync();
        var heard = 0;
        listener.Notification += (_, _) => heard++;
        await using (var listen = new Npgsql.NpgsqlCommand($"LISTEN {WorkNudger.Channel}", listener))
            await listen.ExecuteNonQueryAsync();
        await WriteAsync("moi@ville.fr");
        Assert.True(await listener.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal(1, heard);
    }

    private Task<string> WriteAsync(string to, string? stream = null, string language = "fr", DateTimeOffset? pointlessAfter = null) =>
        portal.WithAsync((TrainingDb db) => WriteAsync(db, to, stream, language, pointlessAfter));

    private async Task<string> WriteAsync(TrainingDb db, string to, string? stream = null, string language = "fr", DateTimeOffset? pointlessAfter = null)
    {
        var outbox = new Outbox(db, portal.Clock, (Portal.Settings.TrainingSettings)portal.Services.GetService(typeof(Portal.Settings.TrainingSettings))!);
        var letter = outbox.Write(new SignInCodeFacts(Guid.NewGuid(), PortalHost.Beginning), to, stream ?? $"essai:{Guid.NewGuid()}", language, pointlessAfter);
        await db.SaveChangesAsync();
        return letter.MessageId;
    }

    private async Task DrainAllAsync(int most = 20)
    {
        while (await portal.DrainAsync(most) > 0)
        {
        }
    }

    private Task<int> HurryAsync() => portal.Database.WithAsync(db => db.Database.ExecuteSqlAsync($"UPDATE letters SET next_try_at = now()"));

    private Task<List<Letter>> RowsAsync() => portal.Database.WithAsync(db => db.Letters.OrderBy(l => l.Id).ToListAsync());
}
