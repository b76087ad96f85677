using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Membership.Register;

namespace Training.Portal.Features.Membership.Import;

/// <summary>For administrators: a file to preview, and the earlier ones. For everyone else the page does not exist.</summary>
public sealed class ImportsModel(RegisterImportDesk desk, RegisterWords words, TrainingDb db, IStringLocalizer<RegisterText> text) : PageModel
{
    private const int Shown = 20;

    public sealed record Line(int Id, string FileName, RegisterImportState State, DateTimeOffset UploadedAt, DateTimeOffset? AppliedAt);

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public RegisterImportKind Kind { get; set; }

    public IReadOnlyList<Line> Imports { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<RegisterImportKind>().Select(k => new SelectListItem(text[$"ImportKind_{k}"], k.ToString()));

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (User.Reader() is not { Administrator: true })
            return NotFound();
        if (Upload is null)
            return await RefuseAsync(words.Refusal(new ImportException(ImportFileRefusal.NoFile)));
        if (Upload.Length > RegisterImportDesk.LargestFile)
            return await RefuseAsync(words.Refusal(new ImportException(ImportFileRefusal.TooLarge)));
        using var content = new MemoryStream();
        await Upload.CopyToAsync(content, cancellationToken);
        return await GiveAsync(Kind, Path.GetFileName(Upload.FileName), content.ToArray(), cancellationToken);
    }

    public async Task<IActionResult> OnPostDefaultAsync(CancellationToken cancellationToken) =>
        User.Reader() is { Administrator: true } && DefaultSource.IsCarried
            ? await GiveAsync(RegisterImportKind.Register, DefaultSource.Name, DefaultSource.Read(), cancellationToken)
            : NotFound();

    private async Task<IActionResult> GiveAsync(RegisterImportKind kind, string name, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            return await desk.GiveAsync(kind, name, content, User.Reader()!.MemberId, cancellationToken) is { } id
                ? Redirect($"/administration/registre/{id}")
                : await RefuseAsync(text["AnotherUnderWay", await desk.UnderWayAsync(cancellationToken) ?? ""]);
        }
        catch (ImportException refusal)
        {
            return await RefuseAsync(words.Refusal(refusal));
        }
    }

    private Task<IActionResult> RefuseAsync(string why)
    {
        ModelState.AddModelError(nameof(Upload), why);
        return ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (User.Reader() is not { Administrator: true })
            return NotFound();
        Imports = await db.RegisterImports.OrderByDescending(i => i.Id).Take(Shown)
            .Select(i => new Line(i.Id, i.FileName, i.State, i.UploadedAt, i.AppliedAt)).ToListAsync(HttpContext.RequestAborted);
        return Page();
    }
}
