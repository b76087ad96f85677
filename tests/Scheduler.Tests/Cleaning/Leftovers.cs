using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Discussions.Replies;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;

namespace Training.Scheduler.Tests.Cleaning;

public sealed class Leftovers : IAsyncLifetime
{
    private Ground ground = null!;

    public async ValueTask InitializeAsync() => ground = await Ground.LayAsync();

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task Bytes_without_a_name_and_mails_whose_address_no_longer_serves_go()
    {
        var (group, author) = (await ground.Given.GroupAsync(), await ground.Given.MemberAsync());
        var topic = await ground.Given.TopicAsync(group, author);
        var named = await ground.Given.AttachmentAsync(await ground.Given.PostAsync(topic, author, "Ci-joint"));
        await ground.Database.StoreAsync(
            new AttachmentContent { Hash = "orphan", Bytes = [1], StoredAt = Ground.Now.AddDays(-2) },
            new AttachmentContent { Hash = "fresh", Bytes = [1], StoredAt = Ground.Now });
        await ground.SeeAsync(db => db.AttachmentContents.Where(c => c.Hash == named.ContentHash)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.StoredAt, Ground.Now.AddDays(-90))));
        await ground.Database.StoreAsync(
            new ReceivedReply { MemberId = author.Id, TopicId = topic.Id, MessageKey = "old", ReceivedAt = Ground.Now.AddDays(-38) },
            new ReceivedReply { MemberId = author.Id, TopicId = topic.Id, MessageKey = "new", ReceivedAt = Ground.Now.AddDays(-36) });

        await using var node = await SchedulerNode.StartAsync(ground);

        await Eventually.TrueAsync(() => ground.SeeAsync(async db => !await db.AttachmentContents.AnyAsync(c => c.Hash == "orphan") && !await db.ReceivedReplies.AnyAsync(r => r.MessageKey == "old")));
        Assert.Equal(2, await ground.SeeAsync(db => db.AttachmentContents.CountAsync(c => c.Hash == "fresh" || c.Hash == named.ContentHash)));
        Assert.True(await ground.SeeAsync(db => db.ReceivedReplies.AnyAsync(r => r.MessageKey == "new")));
    }
}
