using Training.Portal;
using Training.Portal.Hosting;
using Training.Scheduler.Hosting;
using Training.Scheduler.Installation;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddTrainingCore(builder.Configuration);
builder.Services.AddScheduling(builder.Configuration);

var host = builder.Build();
if (args is ["migrate", ..])
{
    await host.Services.GetRequiredService<Installer>().RunAsync();
    return 0;
}

return await Startup.RunAsync(host);
