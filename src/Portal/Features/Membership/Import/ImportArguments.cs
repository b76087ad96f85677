namespace Training.Portal.Features.Membership.Import;

/// <summary>What was asked on the command line, after the verb.</summary>
public sealed record ImportArguments(RegisterImportKind Kind, string? Path, string? Rejected)
{
    public string Source => Path == DefaultSource.Word ? DefaultSource.Name : System.IO.Path.GetFileName(Path) ?? "";

    public static ImportArguments Of(IReadOnlyList<string> arguments)
    {
        var rejected = After(arguments, "--rejected");
        var lapsed = After(arguments, "--lapsed");
        return new ImportArguments(
            lapsed is null ? RegisterImportKind.Register : RegisterImportKind.LapsedDomains,
            lapsed ?? arguments.FirstOrDefault(a => !a.StartsWith("--", StringComparison.Ordinal) && a != rejected),
            rejected);
    }

    private static string? After(IReadOnlyList<string> arguments, string flag) =>
        arguments.SkipWhile(a => a != flag).Skip(1).FirstOrDefault();
}
