using System.Globalization;
using System.Text;

namespace Training.MailSink;

/// <summary>Writes each letter as one <c>.eml</c> file. A file appears whole (written aside, then renamed); names sort by arrival.</summary>
public sealed class EmlDirectory
{
    private readonly string directory;

    public EmlDirectory(string directory)
    {
        this.directory = Directory.CreateDirectory(directory).FullName;
        foreach (var unfinished in Directory.EnumerateFiles(this.directory, "*.part"))
        {
            File.Delete(unfinished);
        }
    }

    public async Task WriteAsync(SunkLetter letter, CancellationToken cancellationToken)
    {
        var stamp = letter.At.UtcDateTime.ToString("yyyyMMdd'T'HHmmss.fff'Z'", CultureInfo.InvariantCulture);
        var path = Path.Combine(directory, $"{stamp}-{letter.Number:D6}.eml");
        await File.WriteAllBytesAsync(path + ".part", [.. Encoding.UTF8.GetBytes(EnvelopeHeaders(letter)), .. letter.Content], cancellationToken);
        File.Move(path + ".part", path);
    }

    private static string EnvelopeHeaders(SunkLetter letter) =>
        $"Return-Path: <{letter.From}>\r\n" + string.Concat(letter.To.Select(to => $"X-Original-To: {to}\r\n"));
}
