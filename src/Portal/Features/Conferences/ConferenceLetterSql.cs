using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Conferences;

/// <summary>
/// Letters about a conference, written set-based in the transaction of the fact they tell: one statement for one agent or
/// for ten thousand. The JSON is that of <see cref="LetterFacts"/>, name by name (a test reads it back).
/// </summary>
internal static class ConferenceLetterSql
{
    internal const string Conference = """
        jsonb_build_object('ConferenceId', c.id, 'Title', c.title, 'Programme', c.programme, 'GroupName', g.name,
            'StartsAt', c.starts_at, 'EndsAt', c.ends_at, 'Zone', m.time_zone,
            'CalendarUid', c.calendar_uid, 'CalendarSequence', c.calendar_sequence)
        """;

    public const string Registered = $"{Head} 'Registered', {Address}, jsonb_build_object({Facts}) {Rest}";
    public const string Withdrawn = $"{Head} 'Withdrawn', {Address}, jsonb_build_object({Facts}) {Rest}";

    /// <summary>Wants @former, when it was to start before, and r, whether the reader still waits for a seat.</summary>
    public const string Moved = $"{Head} 'ConferenceMoved', {Address}, jsonb_build_object({Facts}, 'FormerStart', @former, 'Waiting', r.waiting) {Rest}";

    /// <summary>Wants @former, the title before.</summary>
    public const string Renamed = $"{Head} 'ConferenceRenamed', {Address}, jsonb_build_object({Facts}, 'FormerTitle', @former) {Rest}";

    public const string Cancelled = $"{Head} 'ConferenceCancelled', {Address}, jsonb_build_object({Facts}, 'Reason', c.cancel_reason, 'Waiting', r.waiting) {Rest}";

    internal const string Head =
        """INSERT INTO letters (kind, "to", stream, facts, message_id, language, created_at, pointless_after, attempts) SELECT""";

    /// <summary>All letters of one agent about one conference leave in order: a CANCEL never overtakes its REQUEST, nor a new REQUEST that CANCEL.</summary>
    internal const string Address = "m.address, 'registration:' || c.id || ':' || m.id";

    internal const string Facts = $"'Conference', {Conference}, 'ReaderName', m.name";

    /// <summary>To be followed by FROM with c (conferences), g (groups), m (members); wants @host and @now.</summary>
    internal const string Rest = $"{RestUntil} c.ends_at, 0";

    /// <summary>The same, to be followed by when the letter is pointless, and 0.</summary>
    internal const string RestUntil = ", replace(gen_random_uuid()::text, '-', '') || '@' || @host, m.language, @now,";
}
