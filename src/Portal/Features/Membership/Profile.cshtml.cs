using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Points;
using Training.Portal.Features.Shared;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership;

/// <summary>What an agent may say about oneself: name, work, who may see it, time zone, language. Address and collectivité are proved, not typed.</summary>
public sealed class ProfileModel(
    TrainingDb db, SignInFlow flow, SessionGate gate, LedgerReading ledger, TrainingSettings settings, When when, IStringLocalizer<MembershipText> words) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? TimeZone { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public ProfileForm Work { get; set; } = new();

    public Member Member { get; private set; } = null!;

    public PointsLevel Level { get; private set; } = null!;

    public IEnumerable<SelectListItem> Zones => ReaderZones.All.Select(id => new SelectListItem(Place(id), id));

    public IEnumerable<SelectListItem> Languages => [new("Français", "fr"), new("English", "en")];

    public async Task OnGetAsync()
    {
        await ReadAsync();
        (Name, TimeZone, Language, Work) = (Member.Name, Member.TimeZone, Member.Language, ProfileForm.Of(Member));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (MemberName.Of(Name) is not { } name)
            ModelState.AddModelError(nameof(Name), words["NameMissing"]);
        else if (Work.IsTooLong)
            ModelState.AddModelError("Work.Function", words["WorkTooLong"]);
        else if (!ModelState.IsValid || !Enum.IsDefined(Work.Audience))
            ModelState.AddModelError("Work.Audience", words["AudienceMissing"]);
        else if (!ReaderZones.All.Contains(TimeZone))
            ModelState.AddModelError(nameof(TimeZone), words["ZoneMissing"]);
        else if (Language is not ("fr" or "en"))
            ModelState.AddModelError(nameof(Language), words["LanguageMissing"]);
        else
            return await SaveAsync(name, TimeZone!, Language);
        return Page();
    }

    /// <summary>Ends every session of this member, on every device, within a minute.</summary>
    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await ReadAsync();
        Member.SessionStamp = Guid.NewGuid();
        await db.SaveChangesAsync();
        gate.Forget(Member.Id);
        await HttpContext.SignOutAsync();
        return LocalRedirect("/");
    }

    private async Task<IActionResult> SaveAsync(string name, string zone, string language)
    {
        (Member.Name, Member.TimeZone, Member.Language) = (name, zone, language);
        Work.Write(Member);
        await db.SaveChangesAsync();
        await flow.RenewSessionAsync(HttpContext, Member);
        TempData.Say(words["ProfileSaved"]);
        return LocalRedirect("/profil");
    }

    private async Task ReadAsync()
    {
        var reader = User.Reader()!;
        Member = await db.Members.Include(m => m.Collectivite).SingleAsync(m => m.Id == reader.MemberId);
        Level = PointsLevel.Of((await ledger.AccountAsync(Member.Id)).Earned, settings.Points.Thresholds);
    }

    private string Place(string id)
    {
        var place = when.Place(TimeZoneInfo.FindSystemTimeZoneById(id));
        return char.ToUpperInvariant(place[0]) + place[1..];
    }
}
