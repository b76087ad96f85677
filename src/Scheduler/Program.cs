using Training.Portal;
using Training.Portal.Hosting;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddTrainingCore(builder.Configuration);
return await Startup.RunAsync(builder.Build());
