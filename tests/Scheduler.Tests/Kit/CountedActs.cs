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
            services.AddScoped<IMilestoneAct>(s => new Counted(this, (IMilestoneAct)ActivatorUtilities.CreateInstance(s, own.ImplementationType!)));
        }
    }

    private sealed class Counted(CountedActs counts, IMilestoneAct act) : IMilestoneAct
    {
        public MilestoneKind Kind => act.Kind;

        public async Task<MilestoneOutcome> DecideAsync(int conferenceId, CancellationToken cancellationToken)
        {
            if (conferenceId == counts.Poison)
                throw new InvalidOperationException("poison");
            counts.Decided.Add((Kind, conferenceId));
            return await act.DecideAsync(conferenceId, cancellationToken);
        }

        public Task FollowAsync(int conferenceId, CancellationToken cancellationToken) => act.FollowAsync(conferenceId, cancellationToken);
    }
}
