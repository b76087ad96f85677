using System.Text;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups.Invitations;

/// <summary>What somebody pasted or sent as a file, read as mailboxes: one or several a line, alone or among other columns.</summary>
/// <param name="Addresses">Canonical, each once, in the order typed.</param>
/// <param name="Rejected">Lines in which an address could not be read.</param>
public sealed record AddressList(IReadOnlyList<string> Addresses, IReadOnlyList<AddressList.Line> Rejected)
{
    public sealed record Line(int Number, string Text, AddressRefusal Refusal);

    private static readonly char[] Between = [',', ';', '\t', ' ', '\u00A0', '"', '<', '>', '(', ')', '|'];

    /// <param name="headed">The first line may name the columns: without an address it is passed over. Where nobody pastes a table, a name there is a person left out.</param>
    public static AddressList Read(string? text, bool headed = true)
    {
        var (addresses, rejected) = (new List<string>(), new List<Line>());
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
            Read(lines[i], i + 1, mayHead: headed && i == 0, addresses, rejected);
        return new AddressList([.. addresses.Distinct()], rejected);
    }

    /// <summary>A spreadsheet's export is UTF-8, or what Windows writes; null for anything that is no text.</summary>
    public static string? Decode(byte[] file)
    {
        if (file.Contains((byte)0))
            return null;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(file);
        }
    }

    private static void Read(string line, int number, bool mayHead, List<string> addresses, List<Line> rejected)
    {
        var words = line.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0)
            return;
        var candidates = words.Where(w => w.Contains('@', StringComparison.Ordinal)).ToList();
        if (candidates.Count == 0 && !mayHead)
            rejected.Add(new Line(number, line.Trim(), AddressRefusal.Malformed));
        foreach (var reading in candidates.Select(c => (Typed: c, Read: MailAddressRule.Read(c))))
        {
            if (reading.Read.Address is { } address)
                addresses.Add(address.ToString());
            else
                rejected.Add(new Line(number, reading.Typed, reading.Read.Refusal!.Value));
        }
    }
}
