using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Registrations.Candidacies;

/// <summary>Letters to those who have no seat yet, in the same stream as those about the seat. JSON as in <see cref="ConferenceLetterSql"/>.</summary>
internal static class RegistrationLetterSql
{
    private const string Head = ConferenceLetterSql.Head;
    private const string Address = ConferenceLetterSql.Address;
    private const string Facts = ConferenceLetterSql.Facts;
    private const string Rest = ConferenceLetterSql.Rest;

    /// <summary>After the place was counted: the rank is the number who wait.</summary>
    public const string Waitlisted = $"{Head} 'Waitlisted', {Address}, jsonb_build_object({Facts}, 'Rank', c.waiting) {Rest}";

    public const string Requested = $"{Head} 'SeatRequested', {Address}, jsonb_build_object({Facts}) {Rest}";

    /// <summary>To trainers.</summary>
    public const string Asked = $"{Head} 'SeatAsked', {Address}, jsonb_build_object({Facts}) {Rest}";

    /// <summary>Wants k, the candidacy.</summary>
    public const string Declined = $"{Head} 'SeatDeclined', {Address}, jsonb_build_object({Facts}, 'Reason', k.reason) {Rest}";

    /// <summary>Wants k; pointless once the seat is held no more.</summary>
    public const string Offered =
        $"{Head} 'SeatOffered', {Address}, jsonb_build_object({Facts}, 'HeldUntil', k.held_until) {ConferenceLetterSql.RestUntil} k.held_until, 0";

    public const string Lapsed = $"{Head} 'OfferLapsed', {Address}, jsonb_build_object({Facts}) {Rest}";

    /// <summary>Wants k, the candidacy as it was when the conference ended.</summary>
    public const string NoSeat =
        $"{Head} 'NoSeat', {Address}, jsonb_build_object({Facts}, 'Asked', k.state = 'Requested') {ConferenceLetterSql.RestUntil} @now + interval '7 days', 0";

    /// <summary>To a colleague; m is whoever that is, with or without an account: address, id, language, time_zone, proposer. Wants @until.</summary>
    public const string Proposed = $"""
        {Head} 'SeatProposed', m.address, 'registration:' || c.id || ':' || coalesce(m.id::text, m.address),
            jsonb_build_object('Conference', {ConferenceLetterSql.Conference}, 'Proposer', m.proposer, 'HeldUntil', @until) {ConferenceLetterSql.RestUntil} @until, 0
        """;

    /// <summary>Wants r, the registration, and @kind, the milestone. Pointless once the conference has begun.</summary>
    public const string Reminder = $"""
        {Head} 'Reminder', {Address}, jsonb_build_object({Facts}, 'Step', @kind, 'RegistrationId', r.id, 'MemberId', m.id,
            'Runs', EXISTS (SELECT 1 FROM conference_trainers t WHERE t.conference_id = c.id AND t.member_id = m.id)
                OR EXISTS (SELECT 1 FROM group_memberships a WHERE a.group_id = g.id AND a.member_id = m.id AND a.role = 'Animator')),
            md5('reminder:' || @kind || ':' || c.id || ':' || m.id || ':' || extract(epoch FROM c.starts_at)) || '@' || @host,
            m.language, @now, c.starts_at, 0
        """;

    /// <summary>From those who run the conference. Wants @sender, @subject, @text, and @key, of which the Message-ID is made.</summary>
    public const string Message = $"""
        {Head} 'RegistrantsMessage', {Address}, jsonb_build_object('Conference', {ConferenceLetterSql.Conference},
            'Sender', (SELECT s.name FROM members s WHERE s.id = @sender), 'Subject', @subject, 'Text', @text, 'MemberId', m.id),
            md5(@key || ':' || c.id || ':' || m.id) || '@' || @host, m.language, @now, c.ends_at + interval '7 days', 0
        """;
}
