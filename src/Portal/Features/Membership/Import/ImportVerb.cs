namespace Training.Portal.Features.Membership.Import;

/// <summary>
/// <c>import FILE</c>, <c>import default</c>, <c>import --lapsed FILE</c>: collectivités and domains, or domains that lapsed, with a report on
/// the console. <c>--rejected OUT.csv</c> after the file writes every line left out.
/// </summary>
public static class ImportVerb
{
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> arguments)
    {
        var asked = ImportArguments.Of(arguments);
        try
        {
            var content = asked.Path switch
            {
                null => throw new ImportException(ImportFileRefusal.NoFile),
                DefaultSource.Word => DefaultSource.Read(),
                { } path => await File.ReadAllBytesAsync(path),
            };
            var report = await services.GetRequiredService<RegisterImportRun>().RunAsync(asked.Kind, content, new ImportOrigin(null, asked.Source), keep: true);
            foreach (var sentence in report.Sentences())
                Console.WriteLine(sentence);
            if (asked.Rejected is { } to)
                await File.WriteAllTextAsync(to, RejectedCsv.Write(report.Rejected, line => line.Reason.ToString(), ["line", "name", "value", "reason"]));
            return 0;
        }
        catch (Exception refusal) when (refusal is ImportException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Import of {asked.Path ?? "a file"}: {refusal.Message}");
            return 2;
        }
    }
}
