using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Tests.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences.Series;

/// <summary>Series and those who run them.</summary>
internal sealed class SeriesHouse(PortalHost portal)
{
    public async Task<(Group Group, Member Trainer)> TrainedGroupAsync()
    {
        var (group, trainer) = (await portal.Given.GroupAsync(), await portal.Given.MemberAsync());
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        return (group, trainer);
    }

    /// <summary>A weekly series, in a group of its own.</summary>
    public async Task<(IReadOnlyList<Conference> Conferences, Member Trainer)> SeriesAsync(
        string title, DateOnly first, TimeOnly time, int count, bool draft = false, int capacity = 30, string zone = "Europe/Paris")
    {
        var (group, trainer) = await TrainedGroupAsync();
        var form = new SeriesForm { Rhythm = SeriesRhythm.Weekly, Count = $"{count}" };
        var series = SeriesReading.Of(form, first.ToDateTime(time), TimeZoneInfo.FindSystemTimeZoneById(zone), new DateOnly(2028, 11, 1)).Plan!;
        var start = LocalTime.Resolve(first, time, series.Zone).Instant;
        var plan = new ConferencePlan(title, "", start, start.AddHours(1), capacity, [trainer.Id]) { Draft = draft };
        var sight = await portal.WithAsync((GroupFinder f) => f.FindAsync(group.Slug, Registering.ReaderOf(trainer)));
        await portal.WithAsync((SeriesDesk desk) => desk.ScheduleAsync(sight!, plan, series, Guid.NewGuid()));
        return (await OfAsync(title), trainer);
    }

    public async Task<Page> EditAsync(Conference conference, Member trainer, params (string Name, string Value)[] typed) =>
        await (await (await portal.Browser().SignInAsync(trainer)).GetAsync($"/conferences/{conference.Id}/modifier")).Form("main form").SubmitAsync(typed);

    public Task<List<Conference>> OfAsync(string title) => portal.Database.WithAsync(db =>
        db.Conferences.Include(c => c.Series).Where(c => c.Title == title).OrderBy(c => c.StartsAt).ToListAsync());

    public Task<List<Conference>> OfSeriesAsync(int series) => portal.Database.WithAsync(db =>
        db.Conferences.Include(c => c.Series).Include(c => c.Trainers).Where(c => c.SeriesId == series).OrderBy(c => c.StartsAt).ToListAsync());

    public Task<int> CountAsync(string title) => portal.Database.WithAsync(db => db.Conferences.CountAsync(c => c.Title == title));
}
