using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Discussions.Mail;

/// <summary>Keeps the rhythms and writes the digests that are due. Two processes never write one digest twice: each takes its rows under lock.</summary>
public sealed class DigestDesk(TrainingDb db, AwakeMembers awake, Outbox outbox, TimeProvider clock)
{
    private const int MostTopics = 40;

    public async Task<DigestRhythm> RhythmAsync(int memberId, CancellationToken cancellationToken = default) =>
        await db.DigestSettings.Where(d => d.MemberId == memberId).Select(d => d.Rhythm).SingleOrDefaultAsync(cancellationToken);

    public async Task SetAsync(int memberId, DigestRhythm rhythm, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var zone = await db.Members.Where(m => m.Id == memberId).Select(m => m.TimeZone).SingleAsync(cancellationToken);
        var next = DigestRule.Next(rhythm, now, ReaderZone.Of(zone));
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO digest_settings (member_id, rhythm, next_at, since) VALUES ({memberId}, {rhythm.ToString()}, {next}, {now})
             ON CONFLICT (member_id) DO UPDATE SET rhythm = excluded.rhythm, next_at = excluded.next_at
             """,
            cancellationToken);
    }

    /// <summary>Writes the digests that are due, at most so many. Whoever has nothing new gets no letter, nor does a membership that sleeps.</summary>
    /// <returns>How many members were looked at.</returns>
    public async Task<int> WriteDueAsync(int most, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var due = await db.DigestSettings.FromSql(
            $"""
             SELECT * FROM digest_settings WHERE rhythm <> 'Never' AND next_at <= {now} ORDER BY next_at LIMIT {most} FOR UPDATE SKIP LOCKED
             """).ToListAsync(cancellationToken);
        foreach (var setting in due)
            await WriteAsync(setting, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }

    private async Task WriteAsync(DigestSetting setting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var member = await db.Members.SingleAsync(m => m.Id == setting.MemberId, cancellationToken);
        var topics = await awake.Of(db.Members.Where(m => m.Id == member.Id)).AnyAsync(cancellationToken) ? await NewAsync(member, setting.Since, cancellationToken) : [];
        if (topics.Count > 0)
            outbox.Write(new DigestFacts(member.Id, setting.Rhythm, topics), member.Address, $"digest:{member.Id}", member.Language, setting.NextAt.AddDays(2));
        (setting.Since, setting.NextAt) = (now, DigestRule.Next(setting.Rhythm, now, ReaderZone.Of(member.TimeZone)));
    }

    /// <summary>Of the groups the member has joined and is inside of, what others wrote since and the member has not read.</summary>
    private async Task<List<DigestTopic>> NewAsync(Member member, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var groups = db.Groups.Where(GroupAccess.EnteredBy(new Reader(member.Id, member.CollectiviteId, member.Administrator)))
            .Where(g => g.Memberships.Any(m => m.MemberId == member.Id));
        return await db.Topics.Where(t => t.HiddenAt == null && t.LastPostAt > since && groups.Any(g => g.Id == t.GroupId))
            .OrderBy(t => t.Group.Name).ThenByDescending(t => t.LastPostAt)
            .Select(t => new
            {
                GroupName = t.Group.Name,
                t.Id,
                t.Title,
                New = db.Posts.Count(p => p.TopicId == t.Id && p.PostedAt > since && p.HiddenAt == null && p.AuthorId != member.Id
                    && !db.TopicReadings.Any(r => r.TopicId == t.Id && r.MemberId == member.Id && r.ReadUpTo >= p.Id)),
            })
            .Where(t => t.New > 0).Take(MostTopics).Select(t => new DigestTopic(t.GroupName, t.Id, t.Title, t.New)).ToListAsync(cancellationToken);
    }
}
