using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

/// <summary>How long a code lives and how often it may be tried or asked for.</summary>
public sealed class CodeLifeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ProfessionalAddress address = new($"agent.{Guid.NewGuid():N}", "ville.fr");

    [Theory]
    [InlineData(9, 59, null)]
    [InlineData(10, 0, CodeRefusal.Expired)]
    [InlineData(11, 0, CodeRefusal.Expired)]
    public async Task A_code_lives_ten_minutes(int minutes, int seconds, CodeRefusal? refusal)
    {
        var challenge = await AskedAsync();
        portal.Clock.Advance(new TimeSpan(0, minutes, seconds));
        Assert.Equal(refusal, (await TryAsync(challenge, CodeOf(challenge))).Refusal);
    }

    [Fact]
    public async Task A_code_serves_once()
    {
        var challenge = await AskedAsync();
        Assert.Equal(address.ToString(), (await TryAsync(challenge, CodeOf(challenge))).Proved?.Address);
        Assert.Equal(CodeRefusal.Used, (await TryAsync(challenge, CodeOf(challenge))).Refusal);
        Assert.Equal(CodeRefusal.Used, (await portal.WithAsync((CodeDesk desk) => desk.TryLinkAsync(LinkOf(challenge)))).Refusal);
    }

    [Fact]
    public async Task The_fifth_wrong_try_burns_the_code_and_its_link()
    {
        var challenge = await AskedAsync();
        var wrong = SigningIn.Other(CodeOf(challenge));
        for (var left = 4; left > 0; left--)
        {
            var answer = await TryAsync(challenge, wrong);
            Assert.Equal((CodeRefusal.Wrong, left), (answer.Refusal, answer.TriesLeft));
        }

        Assert.Equal(CodeRefusal.Burnt, (await TryAsync(challenge, wrong)).Refusal);
        Assert.Equal(CodeRefusal.Burnt, (await TryAsync(challenge, CodeOf(challenge))).Refusal);
        Assert.Equal(CodeRefusal.Burnt, (await portal.WithAsync((CodeDesk desk) => desk.TryLinkAsync(LinkOf(challenge)))).Refusal);
    }

    [Fact]
    public async Task Four_wrong_tries_leave_the_right_one()
    {
        var challenge = await AskedAsync();
        for (var i = 0; i < 4; i++)
            await TryAsync(challenge, SigningIn.Other(CodeOf(challenge)));
        Assert.NotNull((await TryAsync(challenge, CodeOf(challenge))).Proved);
    }

    [Fact]
    public async Task A_newer_code_kills_the_older()
    {
        var older = await AskedAsync();
        var newer = await AskedAsync();
        Assert.Equal(CodeRefusal.Replaced, (await TryAsync(older, CodeOf(older))).Refusal);
        Assert.NotNull((await TryAsync(newer, CodeOf(newer))).Proved);
    }

    [Fact]
    public async Task Of_fifty_parallel_wrong_tries_five_are_heard()
    {
        var challenge = await AskedAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => TryAsync(challenge, SigningIn.Other(CodeOf(challenge))))));
        Assert.Equal(5, await portal.Database.WithAsync(db => db.SignInChallenges.Where(c => c.Id == challenge).Select(c => c.WrongTries).SingleAsync()));
        Assert.InRange(answers.Count(a => a.Refusal == CodeRefusal.Wrong), 0, 4);
        Assert.Equal(CodeRefusal.Burnt, (await TryAsync(challenge, CodeOf(challenge))).Refusal);
    }

    [Fact]
    public async Task Of_twenty_parallel_right_tries_one_proves()
    {
        var challenge = await AskedAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => TryAsync(challenge, CodeOf(challenge)))));
        Assert.Single(answers, a => a.Proved is not null);
    }

    [Fact]
    public async Task An_address_receives_three_codes_in_ten_minutes_even_when_they_are_asked_for_at_once()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => AskAsync($"192.0.2.{i}"))));
        Assert.Equal(3, asked.Count(a => a.Challenge is not null));
        Assert.All(asked.Where(a => a.Challenge is null), a => Assert.Equal(TimeSpan.FromMinutes(10), a.Wait));
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull((await AskAsync("192.0.2.1")).Challenge);
    }

    [Fact]
    public async Task Twenty_first_sign_ins_at_once_make_one_member_and_one_entry_of_points()
    {
        var ville = await portal.Given.CollectiviteAsync(domains: $"{Guid.NewGuid():N}.fr");
        var newcomer = new ProfessionalAddress("nouvelle", ville.Domains[0].Domain);
        var members = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Task.Run(() => portal.WithAsync((MemberDesk desk) => desk.JoinAsync(newcomer, ville.Id, "Nouvelle Venue", "fr")))));
        Assert.Single(members.Select(m => m.Id).Distinct());
        Assert.Equal(10, await portal.Database.WithAsync(db => db.PointsEntries.Where(e => e.MemberId == members[0].Id).SumAsync(e => e.Amount)));
    }

    [Fact]
    public async Task Who_asked_for_a_code_is_forgotten_after_a_day()
    {
        var old = await AskedAsync();
        portal.Clock.Advance(TimeSpan.FromHours(25));
        await AskedAsync();
        Assert.False(await portal.Database.WithAsync(db => db.SignInChallenges.AnyAsync(c => c.Id == old)));
        Assert.Equal(1, await portal.Database.WithAsync(db => db.Letters.CountAsync(l => l.To == address.ToString())));
    }

    private Task<AskedCode> AskAsync(string client) => portal.WithAsync((SignInDesk desk) => desk.AskAsync(address, client, null, "fr"));

    private async Task<Guid> AskedAsync() => (await AskAsync("192.0.2.200")).Challenge!.Id;

    private Task<CodeAnswer> TryAsync(Guid challenge, string digits) => portal.WithAsync((CodeDesk desk) => desk.TryCodeAsync(challenge, digits));

    private string CodeOf(Guid challenge) => ((SignInCodes)portal.Services.GetService(typeof(SignInCodes))!).CodeOf(challenge);

    private string LinkOf(Guid challenge) => ((SignInCodes)portal.Services.GetService(typeof(SignInCodes))!).LinkTokenOf(challenge);
}
