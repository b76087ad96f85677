namespace Training.Portal.Features.Points;

public static class PointsFeature
{
    public static void AddPoints(this IServiceCollection services)
    {
        // Filled by this subject.
    }
}
