using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Discussions.Files;
using Training.Portal.Features.Discussions.Mail;
using Training.Portal.Features.Membership;
using Training.Portal.Settings;

namespace Training.Portal.Features.Discussions.Replies;

/// <summary>What became of a mail.</summary>
public enum ReplyOutcome
{
    Posted,
    Refused,

    /// <summary>The same mail came before.</summary>
    Known,

    /// <summary>No person wrote it.</summary>
    Automatic,
}

/// <summary>
/// Makes a post of a mail to a reply address. The mail's own row comes first, in the transaction of its post or refusal: a mail handed over twice,
/// even at the same instant by two servers, waits for the first and is then known.
/// </summary>
public sealed class ReplyIntake(
    TrainingDb db, TopicFinder topics, DiscussionDesk desk, ReplyRounds rounds, ReplyAnswers answers, AttachmentStore store, TimeProvider clock, TrainingSettings settings)
{
    private const int MostTold = 20;

    public async Task<ReplyOutcome> ReceiveAsync(ReplyTicket ticket, IncomingMail mail, CancellationToken cancellationToken = default)
    {
        if (AutomaticMail.Is(mail.Message, mail.EnvelopeFrom))
            return ReplyOutcome.Automatic;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FirstAsync(ticket, mail, cancellationToken) is not { } received)
            return ReplyOutcome.Known;
        await DecideAsync(ticket, mail, received, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return received.PostId is null ? ReplyOutcome.Refused : ReplyOutcome.Posted;
    }

    /// <summary>The mail's row, or null when it has one already.</summary>
    private async Task<ReceivedReply?> FirstAsync(ReplyTicket ticket, IncomingMail mail, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var made = await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO received_replies (member_id, topic_id, message_key, received_at, answered)
             VALUES ({ticket.MemberId}, {ticket.TopicId}, {mail.Key}, {now}, false) ON CONFLICT DO NOTHING
             """,
            cancellationToken);
        return made == 0 ? null : await db.ReceivedReplies.SingleAsync(
            r => r.MemberId == ticket.MemberId && r.TopicId == ticket.TopicId && r.MessageKey == mail.Key, cancellationToken);
    }

    private async Task DecideAsync(ReplyTicket ticket, IncomingMail mail, ReceivedReply received, CancellationToken cancellationToken)
    {
        var (member, awake) = await MemberAsync(ticket.MemberId, cancellationToken);
        var sight = await topics.FindAsync(ticket.TopicId, new Reader(member.Id, member.CollectiviteId, member.Administrator), cancellationToken);
        var text = ReplyWords.Of(mail.Message);
        var facts = new ReplyFacts(
            ticket, await rounds.OfAsync(member.Id, cancellationToken), mail.IsFrom(member.Address), awake,
            sight is null ? null : await desk.FactsAsync(sight.Group, sight.Topic, cancellationToken), text);
        received.Refusal = ReplyRule.Refusal(facts, clock.GetUtcNow(), settings.Mail.ReplyDays);
        if (received.Refusal is null)
            await PostAsync(sight!, member, mail, received, text, cancellationToken);
        if (received.Refusal is not null)
            await answers.RefuseAsync(member, received, mail, text, cancellationToken);
    }

    private async Task PostAsync(TopicSight sight, Member member, IncomingMail mail, ReceivedReply received, string text, CancellationToken cancellationToken)
    {
        var (files, left) = await TakeFilesAsync(mail, cancellationToken);
        received.PostId = await desk.AnswerAsync(sight, new PostForm { Text = text, Key = mail.PostKey(sight.Topic.Id) }, files, cancellationToken);
        if (received.PostId is null)
            received.Refusal = ReplyRefusal.Closed; // An animator closed it while we read.
        else if (left.Count > 0)
            await answers.TellFilesAsync(member, received, mail, left, cancellationToken);
    }

    /// <summary>The same rule as on the page. The words are published in any case; what is left out is told.</summary>
    private async Task<(List<ReceivedFile> Files, List<LeftFile> Left)> TakeFilesAsync(IncomingMail mail, CancellationToken cancellationToken)
    {
        List<ReceivedFile> files = [];
        List<LeftFile> left = [];
        foreach (var (name, bytes) in ReplyFiles.Of(mail.Message))
        {
            var (file, refusal) = bytes is null ? (null, AttachmentRefusal.KindUnknown)
                : files.Count == PostFiles.Most ? (null, AttachmentRefusal.TooMany)
                : await store.ReceiveAsync(name, bytes, cancellationToken);
            if (file is not null)
                files.Add(file);
            else if (left.Count < MostTold)
                left.Add(new LeftFile(AttachmentRule.CleanName(name), refusal!.Value));
        }

        return (files, left);
    }

    private async Task<(Member Member, bool Awake)> MemberAsync(int id, CancellationToken cancellationToken)
    {
        var read = await db.Members.AsNoTracking().Where(m => m.Id == id)
            .Select(m => new
            {
                Member = m,
                Proves = db.CollectiviteDomains.Where(DomainStates.Proving).Any(d => d.CollectiviteId == m.CollectiviteId && m.Address.EndsWith("@" + d.Domain)),
            })
            .SingleAsync(cancellationToken);
        var why = StandingRule.Why(StandingFacts.Of(read.Member, read.Proves), clock.GetUtcNow(), settings.Membership.ProofMonths);
        return (read.Member, why is null);
    }
}
