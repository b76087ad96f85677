namespace Training.MailSink;

/// <summary>What the sink does with one delivery instead of accepting it.</summary>
public enum SinkFault
{
    /// <summary>451 to the recipient: come back later (greylisting).</summary>
    TryLater,

    /// <summary>550 to the recipient: no such mailbox.</summary>
    Refuse,

    /// <summary>Takes the whole letter and never answers.</summary>
    Hang,

    /// <summary>Cuts the line after DATA; the letter is lost.</summary>
    CutDuringData,

    /// <summary>Takes the letter, then cuts the line before 250: the sender cannot know.</summary>
    CutBeforeAnswer,
}
