using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Training.Portal.Features.Discussions;

/// <summary>What everyone who writes here accepts, once.</summary>
[AllowAnonymous]
public sealed class CharterModel : PageModel;
