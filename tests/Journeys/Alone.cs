[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.Collections, MaxThreads = 2)]

namespace Training.Journeys;

/// <summary>
/// Journeys that encode and decode pictures in real browsers: side by side on two cores they would measure one another, so each has
/// the machine to itself. Those that only look at pages go two by two, and first.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
