using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Discussions.Mail;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Discussions.Replies;

/// <summary>
/// Tells a member what became of a mail that could not be published as it was. Always to the member's own mailbox, never to who the mail says
/// it is from, and only so often a day.
/// </summary>
public sealed class ReplyAnswers(TrainingDb db, Outbox outbox, TimeProvider clock)
{
    public const int MostPerDay = 5;
    private const int LongestText = 4000;

    public Task RefuseAsync(Member member, ReceivedReply received, IncomingMail mail, string text, CancellationToken cancellationToken) =>
        WriteAsync(member, received, new ReplyRefusedFacts(received.Refusal!.Value, Subject(mail), received.TopicId, Kept(received.Refusal.Value, text)), cancellationToken);

    public Task TellFilesAsync(
        Member member, ReceivedReply received, IncomingMail mail, IReadOnlyList<LeftFile> left, CancellationToken cancellationToken) =>
        WriteAsync(member, received, new ReplyFilesLeftFacts(Subject(mail), received.TopicId, left), cancellationToken);

    private async Task WriteAsync(Member member, ReceivedReply received, LetterFacts facts, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddDays(-1);
        if (await db.ReceivedReplies.CountAsync(r => r.MemberId == member.Id && r.Answered && r.ReceivedAt > since, cancellationToken) >= MostPerDay)
            return;
        received.Answered = true;
        outbox.Write(facts, member.Address, $"reply:{member.Id}", member.Language);
    }

    /// <summary>What was written goes back to its author alone, who may paste it: not when somebody else wrote it.</summary>
    private static string Kept(ReplyRefusal refusal, string text) => refusal == ReplyRefusal.WrongSender ? "" : PostRule.Clean(text) switch
    {
        { Length: > LongestText } all => $"{all[..LongestText]}…",
        var all => all,
    };

    /// <summary>The mail's own: what the reader may know of the topic today does not matter.</summary>
    private static string Subject(IncomingMail mail) => PostRule.CleanTitle(mail.Message.Subject) is { Length: > 0 } subject
        ? subject[..Math.Min(subject.Length, PostRule.LongestTitle)]
        : "…";
}
