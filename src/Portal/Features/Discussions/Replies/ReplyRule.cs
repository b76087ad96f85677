namespace Training.Portal.Features.Discussions.Replies;

/// <summary>Why a mail to a reply address becomes no post.</summary>
public enum ReplyRefusal
{
    /// <summary>The address is older than reply addresses serve.</summary>
    Expired,

    /// <summary>The member made earlier addresses void.</summary>
    Revoked,

    /// <summary>It comes from another mailbox than the member's.</summary>
    WrongSender,

    /// <summary>The membership sleeps.</summary>
    Asleep,

    /// <summary>The member may no longer know of the topic.</summary>
    Gone,

    /// <summary>Reads the group without having joined it.</summary>
    NotMember,
    Closed,

    /// <summary>Nothing is left once quotes and signature are away.</summary>
    Empty,
    TooLong,
    TooFast,
    CharterNotAccepted,
}

/// <param name="Round">The member's round now.</param>
/// <param name="SenderMatches">The one sender is the member's own mailbox.</param>
/// <param name="Awake">The membership stands.</param>
/// <param name="Post">Null when the member may not know of the topic.</param>
/// <param name="Text">What the member wrote, quotes and signature away.</param>
public sealed record ReplyFacts(ReplyTicket Ticket, int Round, bool SenderMatches, bool Awake, PostFacts? Post, string Text);

/// <summary>The one rule of which mails become posts. What may be written at all stays <see cref="PostRule"/>'s.</summary>
public static class ReplyRule
{
    /// <param name="days">How long an address serves.</param>
    /// <returns>Null when the mail becomes a post.</returns>
    public static ReplyRefusal? Refusal(ReplyFacts facts, DateTimeOffset now, int days) => facts switch
    {
        { SenderMatches: false } => ReplyRefusal.WrongSender,
        { Awake: false } => ReplyRefusal.Asleep,
        _ when facts.Ticket.Round != facts.Round => ReplyRefusal.Revoked,
        _ when facts.Ticket.IssuedOn.AddDays(days) < DateOnly.FromDateTime(now.UtcDateTime) => ReplyRefusal.Expired,
        { Post: null } => ReplyRefusal.Gone,
        _ => PostRule.Refusals(new PostForm { Text = facts.Text }, facts.Post!).Select(r => Of(r.Refusal)).Cast<ReplyRefusal?>().FirstOrDefault(),
    };

    private static ReplyRefusal Of(PostRefusal refusal) => refusal switch
    {
        PostRefusal.NotMember => ReplyRefusal.NotMember,
        PostRefusal.Closed => ReplyRefusal.Closed,
        PostRefusal.TooFast => ReplyRefusal.TooFast,
        PostRefusal.TooLong => ReplyRefusal.TooLong,
        PostRefusal.CharterNotAccepted => ReplyRefusal.CharterNotAccepted,
        _ => ReplyRefusal.Empty,
    };
}
