using System.Globalization;

namespace Training.Benchmarks;

/// <summary>What a ratio must keep to.</summary>
internal sealed record Goal(double Bound, bool AtLeast)
{
    public static Goal Least(double bound) => new(bound, true);

    public static Goal Most(double bound) => new(bound, false);

    public bool Holds(double ratio) => AtLeast ? ratio >= Bound : ratio <= Bound;

    public override string ToString() => (AtLeast ? "≥ " : "≤ ") + Bound.ToString("0.###", CultureInfo.InvariantCulture) + "×";
}
