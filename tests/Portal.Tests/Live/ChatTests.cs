using Microsoft.EntityFrameworkCore;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Live;

public sealed class ChatTests(LiveStage stage) : IClassFixture<LiveStage>
{
    [Fact]
    public async Task A_line_sent_again_is_stored_once_told_once_and_confirmed_twice_to_its_sender()
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        await using var writer = await RoomVisitor.ConnectAsync(stage, await stage.Given.MemberAsync(), conference.Id);
        await using var reader = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await writer.EnterAsync();
        await reader.EnterAsync();
        var line = new { key = Guid.NewGuid(), text = "Une seule fois" };

        await writer.SendAsync("Say", line);
        await writer.SendAsync("Say", line);

        await Eventually.TrueAsync(() => writer.Lines().Count == 2);
        Assert.Equal(["Une seule fois"], reader.Lines());
        await using var db = stage.Database.Open();
        Assert.Equal(1, await db.ChatMessages.CountAsync(m => m.ConferenceId == conference.Id));
    }

    [Fact]
    public async Task After_a_cut_everything_since_the_last_line_held_comes_and_nothing_is_lost_among_many_writers()
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        var writers = new List<RoomVisitor>();
        for (var i = 0; i < 8; i++)
            writers.Add(await RoomVisitor.ConnectAsync(stage, await stage.Given.MemberAsync(), conference.Id));
        await using var reader = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await Task.WhenAll(writers.Select(w => w.EnterAsync()));
        await reader.EnterAsync();

        await Task.WhenAll(writers.Select((writer, w) => Task.Run(async () =>
        {
            for (var n = 0; n < 5; n++)
                await writer.SendAsync("Say", new { key = Guid.NewGuid(), text = $"{w}-{n}" });
        })));
        await Eventually.TrueAsync(() => reader.Lines().Count == 40);

        var ids = reader.Heard("ChatLines").SelectMany(m => m.GetProperty("lines").EnumerateArray()).Select(l => l.GetProperty("id").GetInt64()).Order().ToList();
        await using var back = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await back.EnterAsync(afterLine: ids[30]);
        await Eventually.TrueAsync(() => back.Lines().Count > 0);
        var again = back.Heard("ChatLines").SelectMany(m => m.GetProperty("lines").EnumerateArray()).Select(l => l.GetProperty("id").GetInt64()).ToList();
        Assert.Equal(again.Order(), again);
        Assert.Equal(ids.Skip(31), again.Where(id => id > ids[30]));
        foreach (var writer in writers)
            await writer.DisposeAsync();
    }

    [Fact]
    public async Task Who_writes_too_fast_is_refused_and_the_others_still_speak()
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        await using var fast = await RoomVisitor.ConnectAsync(stage, await stage.Given.MemberAsync(), conference.Id);
        await using var calm = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await fast.EnterAsync();
        await calm.EnterAsync();

        for (var i = 0; i < 30; i++)
            await fast.SendAsync("Say", new { key = Guid.NewGuid(), text = $"{i}" });
        await fast.HearAsync("Refused", r => r.GetProperty("why").GetString() == "TooFast" && r.GetProperty("ref").GetString() is not null);

        await calm.SendAsync("Say", new { key = Guid.NewGuid(), text = "Doucement" });
        await Eventually.TrueAsync(() => calm.Lines().Contains("Doucement"));
        Assert.True(calm.Lines().Count < 20);
    }

    [Theory]
    [InlineData("   \n ")]
    [InlineData("")]
    public async Task An_empty_line_is_refused(string text)
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        await using var guide = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await guide.EnterAsync();

        Assert.Equal("Empty", await guide.RefusalOfAsync("Say", new { key = Guid.NewGuid(), text }));
    }

    [Fact]
    public async Task A_line_stays_plain_text_without_what_the_database_cannot_bear()
    {
        var (conference, trainer) = await stage.OpenConferenceAsync();
        await using var guide = await RoomVisitor.ConnectAsync(stage, trainer, conference.Id);
        await guide.EnterAsync();

        await guide.SendAsync("Say", new { key = Guid.NewGuid(), text = "<b>gras</b>\u0000 &amp; \r\nsuite" });

        await Eventually.TrueAsync(() => guide.Lines().SequenceEqual(["<b>gras</b> &amp; \nsuite"]));
    }
}
