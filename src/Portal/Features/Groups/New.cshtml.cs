using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Groups;

/// <summary>For administrators: a new group. For everyone else the page does not exist.</summary>
public sealed class NewModel(GroupCreation creation, IStringLocalizer<GroupsText> text) : GroupFormPage(text)
{
    private readonly IStringLocalizer<GroupsText> text = text;

    public IActionResult OnGet()
    {
        Input.Audience.Add(PublicServices.Territorial);
        return GroupAccess.MayCreate(User.Reader()) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (User.Reader() is not { } reader || !GroupAccess.MayCreate(reader))
            return NotFound();
        Refuse(GroupFormRule.Refusals(Input));
        if (!ModelState.IsValid)
            return Page();
        var (collectivite, unknown) = await creation.CollectiviteAsync(Input, cancellationToken);
        if (unknown is { } why)
            Refuse(nameof(Input.Collectivite), why);
        if (!ModelState.IsValid)
            return Page();
        var slug = await creation.CreateAsync(Input, collectivite, reader, cancellationToken);
        TempData.Say(text["Created", Input.Name!.Trim()]);
        return Redirect($"/groupes/{slug}");
    }
}
