using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Training.Portal.Settings;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Points;

public sealed class LevelSettingsTests
{
    [Theory]
    [InlineData("0:From", "11"), InlineData("0:Name", " "), InlineData("1:From", "10"), InlineData("2:From", "600"), InlineData("4:From", "1000"), InlineData("5:From", "2000")]
    public async Task Levels_that_are_not_five_named_ascending_ones_from_10_to_above_1000_stop_the_start(string key, string value)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => PortalHost.StartAsync(options => options.Settings[$"Training:Points:Levels:{key}"] = value));

        Assert.Contains("Training:Points:Levels must be five named levels", refusal.Message);
    }

    [Fact]
    public async Task A_level_s_threshold_and_name_come_from_the_settings()
    {
        await using var portal = await PortalHost.StartAsync(options =>
        {
            options.Settings["Training:Points:Levels:1:From"] = "30";
            options.Settings["Training:Points:Levels:1:Name"] = "Entraide";
        });
        var member = await portal.Given.MemberAsync();
        await portal.GiveAsync(member, 29);
        var browser = await portal.Browser().SignInAsync(member);
        Assert.Contains("Niveau 1 sur 5, « Bienvenue ». Plus qu’un point pour le niveau 2.", (await browser.GetAsync("/mes-points")).Text);

        await portal.GiveAsync(member, 1, "another");

        Assert.Contains("Niveau 2 sur 5, « Entraide ».", (await browser.GetAsync("/mes-points")).Text);
        Assert.Contains("Niveau 2, 30 points Encore 170 points pour le niveau 3.", (await browser.GetAsync("/profil")).Text);
        Assert.Equal(30, portal.Services.GetRequiredService<TrainingSettings>().Points.Thresholds[1]);
    }
}
