using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Membership;

/// <summary>Says that too many codes were asked for, and when to try again, in words and in the answer's header.</summary>
public static class TooManyCodes
{
    public static PageResult TooMany(this PageModel page, TimeSpan wait, IStringLocalizer<MembershipText> words, string field)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
        page.ModelState.AddModelError(field, minutes == 1 ? words["TooManyOne"] : words["TooManyMany", minutes]);
        page.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return page.Page();
    }
}
