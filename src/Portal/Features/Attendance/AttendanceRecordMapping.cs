using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Attendance;

internal sealed class AttendanceRecordMapping : IEntityTypeConfiguration<AttendanceRecord>
{
    public void Configure(EntityTypeBuilder<AttendanceRecord> builder)
    {
        builder.ToTable("attendance");
        builder.HasKey(a => new { a.ConferenceId, a.MemberId });
        builder.HasOne<Conference>().WithMany().HasForeignKey(a => a.ConferenceId);
        builder.HasOne<Member>().WithMany().HasForeignKey(a => a.MemberId);
    }
}
