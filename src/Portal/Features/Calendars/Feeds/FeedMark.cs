using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>One conference in a feed, and by a number what the feed tells of it: another number, another text.</summary>
internal readonly record struct FeedMark(int Id, long Content)
{
    /// <summary>
    /// Of everything a feed tells of a conference: made of the content itself, so that no edit can forget to raise it. In queries alone: the
    /// database makes it, and the words stay there.
    /// </summary>
    public static long Of(string uid, int sequence, string title, string programme, DateTimeOffset startsAt, DateTimeOffset endsAt, bool cancelled) =>
        throw new NotSupportedException($"{nameof(FeedMark)} is asked of the database.");

    public static void Map(ModelBuilder model) => model.HasDbFunction(typeof(FeedMark).GetMethod(nameof(Of))!).HasTranslation(told => new SqlFunctionExpression(
        "hash_record_extended", [Row(told), new SqlConstantExpression(0L, LongTypeMapping.Default)], nullable: false, [false, false], typeof(long), LongTypeMapping.Default));

    private static SqlFunctionExpression Row(IReadOnlyList<SqlExpression> told) =>
        new("ROW", told, nullable: false, told.Select(_ => false), typeof(string), new StringTypeMapping("record", DbType.String));
}
