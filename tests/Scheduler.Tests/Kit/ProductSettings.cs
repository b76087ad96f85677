using Microsoft.Extensions.Configuration;

namespace Training.Scheduler.Tests.Kit;

internal static class ProductSettings
{
    /// <summary>The one settings file of the product, which the build puts beside the program: what an installation does not change.</summary>
    public static IConfigurationBuilder AddProductSettings(this IConfigurationBuilder builder) =>
        builder.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: false);
}
