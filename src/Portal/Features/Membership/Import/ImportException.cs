namespace Training.Portal.Features.Membership.Import;

/// <summary>The file cannot be imported, and nothing of it is.</summary>
/// <param name="line">Where, when it is known.</param>
public sealed class ImportException(ImportFileRefusal refusal, long? line = null) : Exception(Sentence(refusal, line))
{
    public ImportFileRefusal Refusal { get; } = refusal;

    public long? Line { get; } = line;

    /// <summary>For the console.</summary>
    private static string Sentence(ImportFileRefusal refusal, long? line) => refusal switch
    {
        ImportFileRefusal.MissingColumns => "the first line must name at least the columns type and nom.",
        ImportFileRefusal.Malformed => $"line {line} is no CSV: a quotation mark that does not close, or a line without end.",
        ImportFileRefusal.NoFile => "say which: import FILE, or import default.",
        ImportFileRefusal.NoDefault => "this build does not carry the default register: run infra/assets, then build again.",
        _ => "the file is empty.",
    };
}

/// <summary>Why a whole file is refused.</summary>
public enum ImportFileRefusal
{
    NoFile,
    Empty,
    TooLarge,
    MissingColumns,
    Malformed,

    /// <summary>The default source was not there when the product was built.</summary>
    NoDefault,
}
