namespace Training.Portal.Features.Membership;

public static class MembershipFeature
{
    public static void AddMembership(this IServiceCollection services)
    {
        // Filled by this subject.
    }
}
