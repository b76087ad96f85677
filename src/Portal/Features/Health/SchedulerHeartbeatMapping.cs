using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Training.Portal.Features.Health;

internal sealed class SchedulerHeartbeatMapping : IEntityTypeConfiguration<SchedulerHeartbeat>
{
    public void Configure(EntityTypeBuilder<SchedulerHeartbeat> builder)
    {
        builder.HasKey(h => h.Node);
    }
}
