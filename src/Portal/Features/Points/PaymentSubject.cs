using System.Globalization;

namespace Training.Portal.Features.Points;

/// <summary>
/// What a payment was for, as the ledger keeps it: <c>resource:12</c>, then <c>resource:12#2</c> when the first was given
/// back and the thing is bought again.
/// </summary>
internal static class PaymentSubject
{
    /// <param name="earlier">Payments of the same thing before this one, all given back.</param>
    public static string Numbered(string subject, int earlier) =>
        earlier == 0 ? subject : string.Create(CultureInfo.InvariantCulture, $"{subject}#{earlier + 1}");

    /// <summary>The thing, whichever payment it is.</summary>
    public static string Of(string numbered) => numbered.Split('#')[0];

    /// <summary>How later payments of the same thing begin.</summary>
    public static string Again(string subject) => $"{subject}#";
}
