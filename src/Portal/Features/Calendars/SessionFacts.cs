namespace Training.Portal.Features.Calendars;

/// <summary>
/// What a letter tells about a conference: copied into the letter's row in the transaction of the fact, so that a letter
/// sent later still tells what was true then. <see cref="Sql"/> writes it, set-based; the renderer reads it.
/// </summary>
/// <param name="Zone">IANA zone of the recipient.</param>
/// <param name="Sequence">iCalendar SEQUENCE at commit.</param>
/// <param name="Recipient">Name of the recipient.</param>
/// <param name="PreviousStartsAt">For a moved conference: when it was to start before.</param>
/// <param name="Reason">For a cancelled conference: what the trainer said, maybe nothing.</param>
public sealed record SessionFacts(
    int ConferenceId,
    string Title,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string Group,
    string CalendarUid,
    int Sequence,
    string Zone,
    string Recipient,
    DateTimeOffset? PreviousStartsAt = null,
    string? Reason = null)
{
    /// <summary>jsonb of these facts; wants aliases c (conferences), g (groups), m (members), and @previous (null or an instant).</summary>
    internal const string Sql = """
        jsonb_build_object('conferenceId', c.id, 'title', c.title, 'startsAt', c.starts_at, 'endsAt', c.ends_at,
            'group', g.name, 'calendarUid', c.calendar_uid, 'sequence', c.calendar_sequence,
            'zone', m.time_zone, 'recipient', m.name, 'previousStartsAt', @previous::timestamptz, 'reason', c.cancel_reason)
        """;
}
