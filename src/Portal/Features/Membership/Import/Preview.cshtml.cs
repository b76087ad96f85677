using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Membership.Register;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Membership.Import;

/// <summary>How far the work on a file is; what it will change, then what it changed, and every line it left out.</summary>
public sealed class PreviewModel(RegisterImportDesk desk, RegisterWords words, TrainingDb db, IStringLocalizer<RegisterText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public RegisterImport Import { get; private set; } = null!;

    /// <summary>Null until the file was looked through.</summary>
    public ImportFigures? Figures { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        var answer = await desk.ApplyAsync(Id, HttpContext.RequestAborted);
        if (answer == ApplyAnswer.AnotherUnderWay)
            TempData.Warn(text["AnotherUnderWay", await desk.UnderWayAsync(HttpContext.RequestAborted) ?? ""]);
        else if (answer == ApplyAnswer.NotReady)
            TempData.Warn(text["AppliedAlready"]);
        return Redirect($"/administration/registre/{Id}");
    }

    /// <summary>How far the work is, for the page that waits.</summary>
    public async Task<IActionResult> OnGetStateAsync() =>
        await ReadAsync() ? new JsonResult(new { underWay = Import.UnderWay == true, percent = Import.Percent }) : NotFound();

    public async Task<IActionResult> OnGetRejectedAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        var csv = RejectedCsv.Write(await desk.RejectedAsync(Id, HttpContext.RequestAborted), line => words.Refusal(line.Reason),
            [text["ColumnLine"], text["ColumnBody"], text["ColumnValue"], text["ColumnReason"]]);
        return File(Encoding.UTF8.GetBytes(csv), "text/csv; charset=utf-8", text["RejectedFile", Id]);
    }

    private async Task<bool> ReadAsync()
    {
        if (User.Reader() is not { Administrator: true })
            return false;
        if (await db.RegisterImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == Id, HttpContext.RequestAborted) is not { } import)
            return false;
        (Import, Figures) = (import, import.Figures is { } json ? JsonSerializer.Deserialize<ImportFigures>(json) : null);
        return true;
    }
}
