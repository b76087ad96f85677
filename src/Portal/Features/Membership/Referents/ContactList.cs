namespace Training.Portal.Features.Membership.Referents;

/// <summary>Official addresses as an administrator types them: one a line.</summary>
public static class ContactList
{
    /// <summary>Merged communes keep the mailboxes of two dozen town halls.</summary>
    public const int Most = 50;

    private static readonly char[] Separators = ['\n', '\r', ';', ',', ' '];

    /// <summary>Null when there is none, or one of them is no mailbox.</summary>
    public static string[]? Read(string? typed)
    {
        var told = (typed ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        List<string?> read = [.. told.Select(one => MailAddressRule.Read(one).Address?.ToString())];
        return read.Count is 0 or > Most || read.Contains(null) ? null : [.. read.OfType<string>().Distinct(StringComparer.Ordinal)];
    }
}
