namespace Training.Portal.Features.Membership.ProConnect;

/// <summary>
/// What ProConnect opens. It speaks for the employer (the collectivité of the SIRET), never for a mailbox: an unknown identity, or a
/// mailbox unproved for too long, is asked for a code first, whoever the e-mail address belongs to.
/// </summary>
public static class ProConnectRule
{
    public static ProConnectDecision Decide(ProConnectFacts facts) => facts switch
    {
        { Body: null } => new(ProConnectRefusal.NotInRegister),
        { Known.RemovedAt: not null } => new(ProConnectRefusal.Removed),
        { Known: { } known } when known.CollectiviteId != facts.Body.Id => new(ProConnectRefusal.OtherBody),
        { Known: not null, Sleeping: null or SleepReason.Unvouched, Mailbox: not null } => new(null),
        { Mailbox: { } mailbox } => new(null) { ProveFirst = mailbox },
        _ => new(ProConnectRefusal.MailboxRefused),
    };
}

/// <param name="Body">The collectivité of the SIRET.</param>
/// <param name="Known">The member whom a code on the mailbox showed to be this identity.</param>
/// <param name="Sleeping">Why that membership sleeps, before ProConnect spoke.</param>
/// <param name="Mailbox">
/// Where a code may be sent: the known member's address, else the one ProConnect gives; null when none may be. A member whose mailbox is anybody's
/// is not let in: what ProConnect says would wake the membership for whoever reads that mailbox.
/// </param>
public sealed record ProConnectFacts(Collectivite? Body, Member? Known, SleepReason? Sleeping, ProfessionalAddress? Mailbox);

/// <summary>Refused, or a mailbox to prove first, or (neither) the known member enters.</summary>
public sealed record ProConnectDecision(ProConnectRefusal? Refusal)
{
    public ProfessionalAddress? ProveFirst { get; init; }
}
