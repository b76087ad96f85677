namespace Training.Portal.Features.Membership.Import;

/// <summary>How far an import is, in parts of one: what each step takes of the whole, as measured on the country's file.</summary>
internal static class ImportProgress
{
    public const double Read = 0.25;
    public const double Staged = 0.5;
    public const double Compared = 0.7;
    public const double Updated = 0.8;
    public const double Added = 0.9;
}
