using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Training.Portal.Features.Discussions.Mail;

/// <summary>
/// The way out of letters: a page with one button, and for mail programs the one-click POST of RFC 8058, which carries neither cookie nor
/// antiforgery token. The token says what ends, and can end nothing else.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class UnsubscribeModel(UnsubscribeTokens tokens, ReadingDesk readings, DigestDesk digests) : PageModel
{
    public Subscription Subscription { get; private set; } = null!;

    public bool Done { get; private set; }

    public IActionResult OnGet(string token)
    {
        if (tokens.Read(token) is not { } subscription)
            return NotFound();
        Subscription = subscription;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (tokens.Read(token) is not { } subscription)
            return NotFound();
        (Subscription, Done) = (subscription, true);
        if (subscription.TopicId is { } topic)
            await readings.FollowAsync(topic, subscription.MemberId, follows: false, cancellationToken);
        else
            await digests.SetAsync(subscription.MemberId, DigestRhythm.Never, cancellationToken);
        return Page();
    }
}
