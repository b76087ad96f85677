using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Training.Portal.Features.Home;

[AllowAnonymous]
public sealed class PersonalDataModel : PageModel;
