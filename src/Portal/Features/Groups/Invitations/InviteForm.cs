namespace Training.Portal.Features.Groups.Invitations;

/// <summary>What an animator types to invite addresses.</summary>
public sealed class InviteForm
{
    public string? Addresses { get; set; }

    /// <summary>The same as a file, text of any columns.</summary>
    public IFormFile? File { get; set; }

    public int Days { get; set; } = 30;
}

/// <summary>What is wrong with an <see cref="InviteForm"/>.</summary>
public enum InviteRefusal
{
    NoAddress,
    TooManyAddresses,
    FileTooLarge,
    FileNotText,
    ValidityUnknown,
    TooManyToday,
}

/// <summary>The form read: addresses, or why none.</summary>
public sealed record InviteReading(AddressList List, (string Field, InviteRefusal Refusal)? Wrong)
{
    private const int LargestFile = 256 * 1024;

    public static async Task<InviteReading> OfAsync(InviteForm form, CancellationToken cancellationToken)
    {
        if (form.File?.Length > LargestFile)
            return Refuse(nameof(form.File), InviteRefusal.FileTooLarge);
        if (await FileAsync(form.File, cancellationToken) is not { } file)
            return Refuse(nameof(form.File), InviteRefusal.FileNotText);
        var list = AddressList.Read(string.IsNullOrWhiteSpace(form.Addresses) ? file : $"{form.Addresses}\n{file}");
        return new InviteReading(list, WrongIn(form, list));
    }

    private static (string Field, InviteRefusal Refusal)? WrongIn(InviteForm form, AddressList list)
    {
        if (!InvitationRule.Validities.Contains(form.Days))
            return (nameof(form.Days), InviteRefusal.ValidityUnknown);
        if (list.Addresses.Count > InvitationRule.MostAddresses)
            return (nameof(form.Addresses), InviteRefusal.TooManyAddresses);
        return list.Addresses.Count == 0 ? (nameof(form.Addresses), InviteRefusal.NoAddress) : null;
    }

    private static async Task<string?> FileAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null)
            return "";
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return AddressList.Decode(bytes.ToArray());
    }

    private static InviteReading Refuse(string field, InviteRefusal refusal) => new(new AddressList([], []), (field, refusal));
}
