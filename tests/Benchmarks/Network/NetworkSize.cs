using System.Globalization;
using Training.TestKit.Hosts;

namespace Training.Benchmarks.Network;

/// <summary>How much the seed holds. The names are what its statements say between braces.</summary>
internal static class NetworkSize
{
    public const int Collectivites = 7_000;
    public const int Members = 45_000;
    public const int Groups = 40;
    public const int Messages = 200_000;
    public const int Conferences = 4_000;
    public const int Resources = 1_200;
    public const int Lines = 2_000_000;

    private static readonly (string Name, string Value)[] Told =
    [
        ("{Now}", $"timestamptz '{PortalHost.Beginning:O}'"),
        ("{Collectivites}", Number(Collectivites)),
        ("{Members}", Number(Members)),
        ("{Messages}", Number(Messages)),
        ("{Conferences}", Number(Conferences)),
        ("{Resources}", Number(Resources)),
        ("{Lines}", Number(Lines)),
    ];

    /// <summary>The statements with these numbers in them.</summary>
    public static string In(string statements) => Told.Aggregate(statements, (sql, size) => sql.Replace(size.Name, size.Value, StringComparison.Ordinal));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
