using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Training.Portal.Features.Milestones;

namespace Training.Scheduler.Tests.Kit;

/// <summary>Counts how often each milestone is decided, over every node that shares this object, and fails those it is told to.</summary>
internal sealed class CountedActs
{
    public ConcurrentBag<(MilestoneKind Kind, int Conference)> Decided { get; } = [];

    public int? Poison { get; set; }

    /// <summary>Puts itself in front of the product's own acts.</summary>
    public void In(IServiceCollection services)
    {
        foreach (var own in services.Where(s => s.ServiceType == typeof(IMilestoneAct)).ToList())
        {
            services.Remove(own);
            services.AddScoped<IMilestoneAct>(s => ActivatorUtilities.CreateInstance(s, own.ImplementationType!) switch
            {
                IDecidesTogether many => new CountedTogether(this, many),
                var act => new Counted(this, (IMilestoneAct)act),
            });
        }
    }

    private void Count(MilestoneKind kind, IReadOnlyCollection<int> conferences)
    {
        if (conferences.Any(id => id == Poison))
            throw new InvalidOperationException("poison");
        foreach (var conference in conferences)
            Decided.Add((kind, conference));
    }

    private class Counted(CountedActs counts, IMilestoneAct act) : IMilestoneAct
    {
        public MilestoneKind Kind => act.Kind;

        protected CountedActs Counts => counts;

        protected IMilestoneAct Act => act;

        public async Task<MilestoneOutcome> DecideAsync(int conferenceId, CancellationToken cancellationToken)
        {
            counts.Count(Kind, [conferenceId]);
            return await act.DecideAsync(conferenceId, cancellationToken);
        }

        public Task FollowAsync(int conferenceId, CancellationToken cancellationToken) => act.FollowAsync(conferenceId, cancellationToken);
    }
    private sealed class CountedTogether(CountedActs counts, IDecidesTogether many) : Counted(counts, many), IDecidesTogether
    {
        public Task<Dictionary<int, MilestoneOutcome>> DecideTogetherAsync(IReadOnlyCollection<int> conferences, CancellationToken cancellationToken)
        {
            Counts.Count(Kind, conferences);
            return ((IDecidesTogether)Act).DecideTogetherAsync(conferences, cancellationToken);
        }
    }
}
