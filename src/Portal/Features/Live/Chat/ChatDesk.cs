using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Live.Signalling;
using Training.Portal.Features.Live.Stages;

namespace Training.Portal.Features.Live.Chat;

/// <summary>Stores a line, then tells everyone. Lines of one conference are stored one after the other, so that ids rise in the order in which they become visible.</summary>
public sealed class ChatDesk(TrainingDb db, IHubContext<RoomHub, IRoomClient> hub, TimeProvider time)
{
    /// <summary>How far back someone who enters reads.</summary>
    private const int Shown = 200;

    /// <summary>What a page holds may have gaps just below its highest id: so many lines are sent again, the id tells the doubles.</summary>
    private const int Overlap = 20;

    /// <summary>Stores and tells a new line; a line sent again is only confirmed to its sender.</summary>
    public async Task SayAsync(Seat seat, SayCall call, IRoomClient sender, CancellationToken cancellationToken)
    {
        var isNew = await StoreAsync(seat, call, cancellationToken);
        var line = await Lines(Of(seat.ConferenceId).Where(m => m.ClientKey == call.Key && m.MemberId == seat.Reader.MemberId)).SingleAsync(cancellationToken);
        await (isNew ? hub.Clients.Group(RoomGroups.Inside(seat.ConferenceId)) : sender).ChatLines(new ChatLinesMessage([line]));
    }

    public async Task<List<ChatLine>> SinceAsync(int conferenceId, long after, CancellationToken cancellationToken = default)
    {
        var from = after == 0
            ? await NthBeforeAsync(conferenceId, long.MaxValue, Shown, cancellationToken)
            : await NthBeforeAsync(conferenceId, after, Overlap, cancellationToken);
        return await Lines(Of(conferenceId).Where(m => m.Id >= from).OrderBy(m => m.Id)).ToListAsync(cancellationToken);
    }

    private async Task<long> NthBeforeAsync(int conferenceId, long id, int count, CancellationToken cancellationToken) =>
        await Of(conferenceId).Where(m => m.Id <= id)
            .OrderByDescending(m => m.Id).Skip(count - 1).Select(m => m.Id).FirstOrDefaultAsync(cancellationToken);

    private async Task<bool> StoreAsync(Seat seat, SayCall call, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockSpace}, {seat.ConferenceId})", cancellationToken);
        var stored = await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO chat_messages (conference_id, member_id, client_key, text, sent_at)
             VALUES ({seat.ConferenceId}, {seat.Reader.MemberId}, {call.Key}, {ChatRule.Clean(call.Text)}, {time.GetUtcNow()})
             ON CONFLICT (conference_id, member_id, client_key) DO NOTHING
             """,
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return stored == 1;
    }

    /// <summary>First key of the advisory lock: chat lines, as opposed to other users of such locks.</summary>
    private const int LockSpace = 0x63686174;

    private IQueryable<ChatMessage> Of(int conferenceId) => db.ChatMessages.Where(m => m.ConferenceId == conferenceId);

    private static IQueryable<ChatLine> Lines(IQueryable<ChatMessage> messages) =>
        messages.Select(m => new ChatLine(m.Id, m.ClientKey, m.MemberId, m.Member.Name, m.Member.Collectivite.Name, m.Text, m.SentAt));
}
