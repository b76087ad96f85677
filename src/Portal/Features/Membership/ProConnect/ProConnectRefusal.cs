namespace Training.Portal.Features.Membership.ProConnect;

public enum ProConnectRefusal
{
    /// <summary>What came back was not what was asked for, or is not signed as it must be.</summary>
    Failed,

    /// <summary>The person gave up at ProConnect.</summary>
    Cancelled,

    /// <summary>ProConnect does not answer.</summary>
    Unreachable,

    /// <summary>ProConnect did not say who, from which provider, for which establishment or with which mailbox.</summary>
    Incomplete,

    /// <summary>The establishment belongs to no collectivité of the register: a contractor, a company, a body not imported.</summary>
    NotInRegister,

    /// <summary>The member belongs to another collectivité here.</summary>
    OtherBody,

    /// <summary>A referent said that the agent has left.</summary>
    Removed,

    /// <summary>No code can be sent to the mailbox: not an address, a throw-away one, or of a lapsed domain.</summary>
    MailboxRefused,

    /// <summary>Too many codes were asked for.</summary>
    TooMany,
}
