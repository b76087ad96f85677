using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Points;

/// <summary>What the database itself refuses, whoever asks: these statements go past every rule.</summary>
public sealed class LedgerConstraintTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("UPDATE points_entries SET amount = amount + 1 WHERE member_id = {0}")]
    [InlineData("UPDATE points_entries SET facts = '{{}}' WHERE member_id = {0}")]
    [InlineData("DELETE FROM points_entries WHERE member_id = {0}")]
    [InlineData("TRUNCATE points_entries CASCADE")]
    [InlineData("DELETE FROM members WHERE id = {0}")]
    [InlineData("UPDATE points_accounts SET balance = 1000 WHERE member_id = {0}")]
    [InlineData("DELETE FROM points_accounts WHERE member_id = {0}")]
    [InlineData("INSERT INTO points_accounts (member_id, balance, earned) SELECT max(id) + 1, 5, 5 FROM members WHERE {0} > 0")]
    public async Task A_line_and_a_sum_stay_as_they_are(string sql)
    {
        var member = await EarnedAsync(10);

        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(sql, member));

        Assert.Equal((10, 10), await portal.SumsAsync(member));
        Assert.Single(await portal.EntriesAsync(member));
    }

    [Theory]
    [InlineData("-11, 0, 'OpenedResource', 'resource:1', NULL, NULL", "ck_points_accounts_balance")]
    [InlineData("-5, 0, 'AttendedLive', 'conference:1', NULL, NULL", "ck_points_entries_direction")]
    [InlineData("5, 0, 'OpenedResource', 'resource:1', NULL, NULL", "ck_points_entries_direction")]
    [InlineData("5, 4, 'AttendedLive', 'conference:1', NULL, NULL", "ck_points_entries_direction")]
    [InlineData("-10, -9, 'Reversal', 'entry:1', NULL, id", "ck_points_entries_earned")]
    [InlineData("0, 0, 'Reversal', 'entry:1', NULL, id", "ck_points_entries_something")]
    [InlineData("10, 10, 'FirstSignIn', 'membership', NULL, NULL", "ix_points_entries_member_id_reason_subject")]
    [InlineData("2, 2, 'UsefulRating', 'resource:1', member_id, NULL", "ck_points_entries_own_vote")]
    [InlineData("2, 2, 'UsefulRating', 'resource:1', NULL, NULL", "ck_points_entries_own_vote")]
    [InlineData("-10, -10, 'Reversal', 'entry:1', NULL, NULL", "ck_points_entries_reversal")]
    [InlineData("-9, -9, 'Reversal', 'entry:1', NULL, id", null)]
    public async Task A_line_that_would_make_the_ledger_wrong_is_refused(string values, string? constraint)
    {
        var member = await EarnedAsync(10);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(
            "INSERT INTO points_entries (member_id, earned_at, facts, amount, earned, reason, subject, written_by_id, reverses_id, root_id) "
            + $"SELECT member_id, earned_at, facts, {values}, {(values.EndsWith("id", StringComparison.Ordinal) ? "id" : "NULL")} FROM points_entries WHERE member_id = {{0}}",
            member));

        Assert.Equal(constraint, refused.ConstraintName);
        Assert.Equal((10, 10), await portal.SumsAsync(member));
    }

    private async Task<Member> EarnedAsync(int amount)
    {
        var member = await portal.Given.MemberAsync();
        await portal.GiveAsync(member, amount);
        return member;
    }

    private Task<int> RunAsync(string sql, Member member) => portal.Database.WithAsync(db => db.Database.ExecuteSqlRawAsync(sql, member.Id));
}
