using System.Globalization;
using Microsoft.Playwright;
using Training.Media.Packaging;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Points;
using Training.TestKit;
using Training.TestKit.Mail;
using Training.TestKit.Media;
using Training.TestKit.Processes;

namespace Training.Journeys.MainJob;

/// <summary>
/// The chain the product exists for, by three people in three browsers, on real parts: sign up, join, schedule, register,
/// attend live, get recorded, watch the replay, earn points.
/// </summary>
[Collection(Alone.Name)]
public sealed class MainJobJourney : IAsyncLifetime
{
    private const string Title = "Marchés publics : la réforme des seuils";
    private ProductProcesses product = null!;
    private FlashingCamera camera = null!;
    private Chromium chromium = null!;
    private Person trainer = null!;
    private Person lea = null!;
    private Person karim = null!;

    public async ValueTask InitializeAsync()
    {
        camera = await FlashingCamera.MakeAsync();
        product = await ProductProcesses.StartAsync(
            ("Training:Administrators:0", "claire.martin@rennes.test"),
            ("Training:Points:MinimumSeconds", "10"), ("Training:Points:SecondsPerPoint", "5"), ("Training:Attendance:BeatSeconds", "3"));
        await product.Given.CollectiviteAsync("Rennes", CollectiviteKind.Commune, "rennes.test");
        await product.Given.CollectiviteAsync("Saint-Étienne", CollectiviteKind.Commune, "saint-etienne.test");
        await product.Given.CollectiviteAsync("Département du Lot", CollectiviteKind.Departement, "lot.test");
        chromium = await Chromium.LaunchAsync([.. camera.Switches]);
        trainer = await PersonAsync("Claire Martin", "claire.martin@rennes.test", FlashingCamera.SourceProbe);
        lea = await PersonAsync("Léa Dubois", "lea.dubois@saint-etienne.test");
        karim = await PersonAsync("Karim Haddad", "karim.haddad@lot.test");
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await product.DisposeAsync();
        camera.Dispose();
    }

    [Fact]
    public async Task A_trainer_and_two_agents_do_the_whole_chain()
    {
        await trainer.VisitAsync("/");
        foreach (var person in new[] { trainer, lea, karim })
            await person.SignUpAsync();
        var group = await CreateGroupAsync();
        foreach (var agent in new[] { lea, karim })
            await JoinAsync(agent, group);
        var conference = await ScheduleAsync(group);
        foreach (var agent in new[] { lea, karim })
            await RegisterAsync(agent, conference);
        await MoveAsync(conference);
        await LiveAsync(conference);
        await ReplayAsync(conference);
        await PointsAsync(conference);
        foreach (var path in new[] { "/", "/groupes", $"/groupes/{group}/membres", "/conferences", "/profil", "/aide", "/accessibilite", "/mentions-legales", "/donnees-personnelles", "/plan-du-site", "/deconnexion" })
            await lea.VisitAsync(path);
        foreach (var path in new[] { $"/conferences/{conference}/inscrits", $"/conferences/{conference}", $"/groupes/{group}" })
            await trainer.VisitAsync(path);
        foreach (var person in new[] { trainer, lea, karim })
            person.Watch.FoundNothingWrong();
        await product.AuditAsync(before: []);
    }

    private async Task<string> CreateGroupAsync()
    {
        await trainer.VisitAsync("/groupes/nouveau");
        await trainer.Page.FillAsync("[name='Input.Name']", "Commande publique");
        await trainer.Page.FillAsync("[name='Input.Purpose']", "Entre acheteurs publics.");
        await trainer.PressAsync("main form button[type=submit]");
        await trainer.Watch.LookAsync();
        return new Uri(trainer.Page.Url).Segments[^1];
    }

    private static async Task JoinAsync(Person agent, string group)
    {
        await agent.VisitAsync($"/groupes/{group}");
        await agent.PressAsync("form[action*='Join'] button");
        await Assertions.Expect(agent.Page.Locator("form[action*='Leave'] button")).ToBeVisibleAsync();
    }

    private async Task<int> ScheduleAsync(string group)
    {
        // Long enough before its doors open for agents to register.
        var paris = InParis(TimeSpan.FromMinutes(40));
        await trainer.VisitAsync($"/groupes/{group}/conferences/nouvelle");
        await trainer.Page.FillAsync("[name='Input.Title']", Title);
        await trainer.UnfoldAsync("[name='Input.Programme']");
        await trainer.Page.FillAsync("[name='Input.Programme']", "1. Ce qui change\n2. Vos **questions**");
        await trainer.Page.FillAsync("[name='Input.Date']", paris.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await trainer.Page.FillAsync("[name='Input.Time']", paris.ToString("HH:mm", CultureInfo.InvariantCulture));
        await trainer.Page.FillAsync("[name='Input.Duration']", "60");
        await trainer.UnfoldAsync("[name='Input.Capacity']");
        await trainer.Page.FillAsync("[name='Input.Capacity']", "20");
        await trainer.Page.Locator("[name='Input.Trainers']").First.CheckAsync();
        await trainer.PressAsync("main form button[type=submit]");
        Assert.Equal(Title, await trainer.Page.Locator("h1").InnerTextAsync());
        await trainer.Watch.LookAsync();
        return int.Parse(new Uri(trainer.Page.Url).Segments[^1], CultureInfo.InvariantCulture);
    }

    private async Task RegisterAsync(Person agent, int conference)
    {
        await agent.VisitAsync($"/conferences/{conference}");
        await agent.PressAsync("form[action*='Register'] button");
        await Assertions.Expect(agent.Page.Locator("form[action*='Withdraw'] button")).ToBeVisibleAsync();
        var calendar = await CalendarAsync(agent, "SEQUENCE:0");
        Assert.Equal("REQUEST", calendar.ContentType.Parameters["method"]);
        Assert.Contains("BEGIN:VTIMEZONE", calendar.Text, StringComparison.Ordinal);
    }

    /// <summary>Brings the conference forward, so that its doors open now; the registered agents' calendars follow.</summary>
    private async Task MoveAsync(int conference)
    {
        var soon = InParis(TimeSpan.FromMinutes(2));
        await trainer.VisitAsync($"/conferences/{conference}/modifier");
        await trainer.Page.FillAsync("[name='Input.Date']", soon.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await trainer.Page.FillAsync("[name='Input.Time']", soon.ToString("HH:mm", CultureInfo.InvariantCulture));
        await trainer.PressAsync("main form button[type=submit]");
        foreach (var agent in new[] { lea, karim })
            Assert.Equal("REQUEST", (await CalendarAsync(agent, "SEQUENCE:1")).ContentType.Parameters["method"]);
    }

    private async Task<MimeKit.TextPart> CalendarAsync(Person agent, string sequence) => await Eventually.SomeAsync(
        () => product.Mail.To(agent.Address).SelectMany(l => l.Read().BodyParts).OfType<MimeKit.TextPart>()
            .FirstOrDefault(p => p.ContentType.MimeType == "text/calendar" && p.Text.Contains(sequence, StringComparison.Ordinal)),
        told: $"a calendar entry with {sequence} for {agent.Address}");

    private static DateTimeOffset InParis(TimeSpan after) =>
        TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow() + after, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));

    private async Task LiveAsync(int conference)
    {
        await trainer.OpenAsync($"/conferences/{conference}/salle");
        await trainer.Watch.LookAsync();
        await trainer.Page.ClickAsync("#try-devices");
        await trainer.Page.ClickAsync("#enter:not([disabled])");
        foreach (var agent in new[] { lea, karim })
        {
            await agent.OpenAsync($"/conferences/{conference}/salle");
            await agent.Watch.LookAsync();
            await agent.Page.ClickAsync("#enter:not([disabled])");
        }

        await karim.Page.SetViewportSizeAsync(390, 844);
        await trainer.Page.ClickAsync("[data-action=start]");
        foreach (var agent in new[] { lea, karim })
        {
            await Assertions.Expect(agent.Page.Locator("#badge-recording")).ToBeVisibleAsync(new() { Timeout = 30_000 });
            await SeesPicturesAsync(agent, 1);
        }

        await trainer.Page.ClickAsync("[data-action=screen]");
        foreach (var agent in new[] { lea, karim })
            await SeesPicturesAsync(agent, 2);
        await lea.Page.FillAsync("#chat-text", "Le seuil change quand ?");
        await lea.Page.PressAsync("#chat-text", "Enter");
        await Assertions.Expect(karim.Page.Locator(".chat-text", new() { HasTextString = "Le seuil change quand ?" })).ToBeVisibleAsync();
        await lea.Watch.LookAtThisWidthAsync(1280);
        await karim.Watch.LookAtThisWidthAsync(390);
        await trainer.Watch.LookAtThisWidthAsync(1280);
        // Those before the session are in no replay.
        var before = await SourceShownAsync();
        await Eventually.TrueAsync(async () => await SourceShownAsync() >= before + 4, TimeSpan.FromMinutes(1));
        await trainer.Page.ClickAsync("[data-action=end]");
        await trainer.Page.ClickAsync("#end-dialog [value=end]");
        await Assertions.Expect(lea.Page.Locator("#over")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    private Task<int> SourceShownAsync() => trainer.Page.EvaluateAsync<int>("Math.min(sourceFlashes.length, sourceBeeps.length)");

    /// <summary>That many pictures with a size, each going on.</summary>
    private static Task SeesPicturesAsync(Person agent, int pictures) =>
        Eventually.TrueAsync(async () => await agent.Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('#tiles video')].filter(v => v.videoWidth > 0 && v.currentTime > 0).length") >= pictures, told: $"{pictures} pictures");

    private async Task ReplayAsync(int conference)
    {
        var source = new Instants(await SourceAsync("sourceFlashes"), await SourceAsync("sourceBeeps"));
        await lea.OpenAsync($"/conferences/{conference}/replay");
        await Assertions.Expect(lea.Page.Locator("[data-replay]")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await lea.Watch.LookAsync();
        await lea.Page.ClickAsync("[data-start]");
        await PlaysTogetherAsync(1);
        await lea.Page.Locator("[data-seek]").FillAsync("15");
        await PlaysTogetherAsync(15);
        Assert.Contains("Le seuil change quand ?", await lea.TextAsync(), StringComparison.Ordinal);

        var (folder, manifest, recorded) = await PublishedAsync(conference);
        Assert.InRange(manifest.Duration, recorded - 1, recorded + 1);
        Assert.Equal(2, manifest.Pictures.Count);
        var replay = new Instants(
            OnTheWallClock(manifest, await FlashAndBeep.FlashesAsync(Path.Combine(folder, manifest.Pictures[0].Playlist))),
            OnTheWallClock(manifest, await FlashAndBeep.BeepsAsync(Path.Combine(folder, manifest.Master))));
        var skew = Skew.Over(source, replay);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"Beeps against flashes, beyond the source: {skew * 1000:0} ms. Beeps late by {Milliseconds(Skew.Delays(source.Beeps, replay.Beeps))}; flashes by {Milliseconds(Skew.Delays(source.Flashes, replay.Flashes))}."));
        Assert.InRange(skew, -0.1, 0.1);
    }

    private static string Milliseconds(IEnumerable<double> delays) => string.Join(", ", delays.Select(delay => FormattableString.Invariant($"{delay * 1000:0}")));

    private async Task<double[]> SourceAsync(string instants) => [.. (await trainer.Page.EvaluateAsync<double[]>(instants)).Select(at => at / 1000)];

    private static double[] OnTheWallClock(ReplayManifest replay, IEnumerable<double> seconds) =>
        [.. seconds.Select(at => (replay.Origin - DateTimeOffset.UnixEpoch).TotalSeconds + at)];

    /// <summary>Both pictures move on, past this second, less than 100 ms apart.</summary>
    private Task PlaysTogetherAsync(double past) =>
        Eventually.TrueAsync(async () => await lea.Page.EvaluateAsync<bool>(
            "past => { const v = [...document.querySelectorAll('[data-replay] video')]; return v.length === 2 && v.every(x => !x.paused && x.currentTime > past + 1 && x.videoWidth > 0) && Math.abs(v[0].currentTime - v[1].currentTime) < 0.1; }", past),
            told: $"both pictures in step after {past} s");

    private async Task<(string Folder, ReplayManifest Manifest, double Recorded)> PublishedAsync(int id)
    {
        await using var db = product.Database.Open();
        var recording = db.Recordings.Single(r => r.ConferenceId == id);
        var conference = db.Conferences.Single(c => c.Id == id);
        Assert.Equal(ConferenceState.Ended, conference.State);
        var folder = Path.Combine(product.MediaDirectory, "replays", id.ToString(CultureInfo.InvariantCulture), recording.Version!);
        return (folder, ReplayManifest.Read(Path.Combine(folder, ReplayManifest.FileName))!, (conference.EndedAt - conference.WentLiveAt)!.Value.TotalSeconds);
    }

    private async Task PointsAsync(int conference)
    {
        await Eventually.TrueAsync(() =>
        {
            using var db = product.Database.Open();
            return db.PointsEntries.Count(e => e.Reason == PointsReason.AttendedLive && e.Subject == $"conference:{conference}") >= 2;
        });
        await lea.VisitAsync("/mes-points");
        Assert.Contains(Title, await lea.TextAsync(), StringComparison.Ordinal);
    }

    private async Task<Person> PersonAsync(string name, string address, string? script = null)
    {
        var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 }, Locale = "fr-FR" });
        if (script is not null)
            await context.AddInitScriptAsync(script);
        return new Person(await context.NewPageAsync(), product.Address, product.Mail, name, address);
    }
}
