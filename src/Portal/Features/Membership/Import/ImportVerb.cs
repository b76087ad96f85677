using System.Text;

namespace Training.Portal.Features.Membership.Import;

/// <summary><c>import FILE</c>: collectivités and domains from a CSV, with a report on the console.</summary>
public static class ImportVerb
{
    public static async Task<int> RunAsync(IServiceProvider services, string? path)
    {
        try
        {
            using var text = new StreamReader(path ?? throw new ImportException("say which: import FILE."), Encoding.UTF8);
            var report = new ImportReport();
            var rows = services.GetRequiredService<ImportFile>().Read(text, report);
            await services.GetRequiredService<CollectiviteImport>().WriteAsync(rows, report);
            foreach (var sentence in report.Sentences())
                Console.WriteLine(sentence);
            return 0;
        }
        catch (Exception refusal) when (refusal is ImportException or IOException or UnauthorizedAccessException or CsvHelper.CsvFormatException)
        {
            await Console.Error.WriteLineAsync($"Import of {path ?? "a file"}: {refusal.Message}");
            return 2;
        }
    }
}
