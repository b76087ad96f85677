using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Discussions;

/// <summary>What a member has read, and which topics come by mail.</summary>
public sealed class ReadingDesk(TrainingDb db)
{
    /// <summary>Reading never goes back.</summary>
    public Task ReadAsync(int topicId, int memberId, long upTo, CancellationToken cancellationToken = default) => db.Database.ExecuteSqlAsync(
        $"""
         INSERT INTO topic_readings (topic_id, member_id, read_up_to) VALUES ({topicId}, {memberId}, {upTo})
         ON CONFLICT (topic_id, member_id) DO UPDATE SET read_up_to = excluded.read_up_to WHERE topic_readings.read_up_to < excluded.read_up_to
         """,
        cancellationToken);

    public Task FollowAsync(int topicId, int memberId, bool follows, CancellationToken cancellationToken = default) => db.Database.ExecuteSqlAsync(
        $"""
         INSERT INTO topic_readings (topic_id, member_id, read_up_to, follows) VALUES ({topicId}, {memberId}, 0, {follows})
         ON CONFLICT (topic_id, member_id) DO UPDATE SET follows = excluded.follows
         """,
        cancellationToken);
}
