namespace Training.TestKit.Audit;

/// <summary>I9: after a fault each part holds about what it held before; what a run of the same code adds once (compiled code, pools) is allowed for.</summary>
internal static class FootprintInvariants
{
    private const int MoreDescriptors = 40;
    private const int MoreMegabytes = 200;

    public static IEnumerable<string> Broken(IEnumerable<Footprint> before, IEnumerable<Footprint> now) =>
        before.Join(now, part => part.Part, part => part.Part, Broken).OfType<string>();

    private static string? Broken(Footprint before, Footprint now) =>
        now.Descriptors > before.Descriptors + MoreDescriptors || now.ResidentMegabytes > before.ResidentMegabytes + MoreMegabytes
            ? $"I9 {now.Part} held {before.Descriptors} descriptors and {before.ResidentMegabytes} MB, and now {now.Descriptors} and {now.ResidentMegabytes} MB"
            : null;
}
