using System.Text;

namespace Training.Portal.Features.Membership.Import;

/// <summary>The words of a file: UTF-8, or what French spreadsheets write when it is not.</summary>
public static class ImportText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static TextReader Open(ReadOnlySpan<byte> content)
    {
        var bytes = content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
        if (bytes.IsEmpty)
            throw new ImportException(ImportFileRefusal.Empty);
        try
        {
            return new StringReader(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return new StringReader(Encoding.Latin1.GetString(bytes));
        }
    }
}
