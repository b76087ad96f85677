using Training.Portal.Features.Milestones;

namespace Training.Portal.Features.Attendance;

public static class AttendanceFeature
{
    public static void AddAttendance(this IServiceCollection services)
    {
        services.AddScoped<AttendanceCount>();
        services.AddScoped<IMilestoneAct, CountAttendanceAct>();
    }
}
