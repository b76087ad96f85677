namespace Training.TestKit.Audit;

/// <param name="Invariant">I1 to I10.</param>
/// <param name="Sql">Gives a row per offender, told by its first column; <c>@now</c> is the audit's instant.</param>
internal sealed record RowInvariant(string Invariant, string Told, string Sql);
