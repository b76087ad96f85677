using Training.Portal;
using Training.Portal.Features.Calendars;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Discussions;
using Training.Portal.Features.Health;
using Training.Portal.Features.Live;
using Training.Portal.Features.Membership.ProConnect;
using Training.Portal.Features.Replays;
using Training.Portal.Features.Resources;
using Training.Portal.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets(); // also when run from the build, outside Development
builder.Services.AddTrainingCore(builder.Configuration);
builder.Services.AddPages();
builder.Services.AddSignIn(builder.Configuration);
builder.Services.AddLiveHub();
builder.Services.AddReplays();
builder.Services.AddWorkDashboard(builder.Configuration);

var app = builder.Build();
if (await Verbs.RunAsync(app, args) is { } exitCode)
    return exitCode;

app.UsePages();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages().WithStaticAssets();
app.MapProConnect();
app.MapHealth();
app.MapLive();
app.MapConferences();
app.MapReplays();
app.MapCalendars();
app.MapDiscussions();
app.MapResources();
app.MapWorkDashboard();
app.MapNotFound();
return await Startup.RunAsync(app);
