using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Resources;

/// <summary>The author's draft: words, table, files; then it is submitted. For others, and once submitted, the page does not exist.</summary>
public sealed class PrepareModel(
    ResourceFinder resources, ResourceWriting writing, ResourceFiles files, TableImport tables, ResourceWords words, AttachmentWords fileWords,
    IStringLocalizer<ResourcesText> text) : ResourceFormPage(words)
{
    private readonly ResourceWords words = words;

    public ResourceSight Sight { get; private set; } = null!;

    public ResourceVersion Draft { get; private set; } = null!;

    public string? TableError => FieldErrors.Of(ModelState, "Table");

    public string? FileError => FieldErrors.Of(ModelState, "File");

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        Refill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        if (IsRefused())
            return Page();
        return await writing.SaveAsync(Draft, Input, cancellationToken) ? Done("DraftSaved") : NotFound();
    }

    public async Task<IActionResult> OnPostTableAsync(int id, IFormFile? table, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || Sight.Resource.Kind != ResourceKind.DataTable)
            return NotFound();
        var read = table is null ? new TableRead([], [], TableRefusal.Missing) : await ReadAsync(table, cancellationToken);
        if (read.Refusal is not null)
            return Refused("Table", words.Refusal(read));
        return await tables.ReplaceAsync(Draft, read, cancellationToken) ? Done("TableImported") : NotFound();
    }

    public async Task<IActionResult> OnPostAttachAsync(int id, IFormFile? file, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        var refusal = file is null ? AttachmentRefusal.Missing : await files.AttachAsync(Draft, file, cancellationToken);
        return refusal is { } why ? Refused("File", fileWords.Refusal(why, ResourceFiles.Most)) : Done("Attached");
    }

    public async Task<IActionResult> OnPostDetachAsync(int id, int attachment, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        await files.DetachAsync(Draft, attachment, cancellationToken);
        return Done("Detached");
    }

    public async Task<IActionResult> OnPostSubmitAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        if (ResourceFormRule.SubmissionRefusal(Sight.Resource.Kind, Draft) is { } refusal)
            return Refused(refusal == ResourceFormRefusal.TableMissing ? "Table" : "Input.Body", words.Refusal(refusal));
        await writing.SubmitAsync(Sight, cancellationToken);
        TempData.Say(text["SubmittedSaid"]);
        return Redirect($"/ressources/{id}");
    }

    private static async Task<TableRead> ReadAsync(IFormFile table, CancellationToken cancellationToken)
    {
        if (table.Length > TableFile.MostBytes)
            return new TableRead([], [], TableRefusal.TooLarge);
        using var copy = new MemoryStream();
        await table.CopyToAsync(copy, cancellationToken);
        return TableFile.Read(copy.ToArray());
    }

    private RedirectResult Done(string key)
    {
        TempData.Say(text[key]);
        return Redirect($"/ressources/{Sight.Resource.Id}/preparer");
    }

    private PageResult Refused(string field, string sentence)
    {
        ModelState.Clear();
        Refill();
        ModelState.AddModelError(field, sentence);
        return Page();
    }

    private void Refill() => Input = ResourceForm.Of(Draft, Sight.Resource.Kind);

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await resources.FindAsync(id, User.Reader(), cancellationToken) is not { IsAuthor: true, Preparing: { State: ResourceState.Draft } draft } sight)
            return false;
        (Sight, Draft) = (sight, draft);
        return true;
    }
}
