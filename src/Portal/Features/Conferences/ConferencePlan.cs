namespace Training.Portal.Features.Conferences;

/// <summary>What a form asks for, read: fit to be scheduled. Times in UTC.</summary>
public sealed record ConferencePlan(
    string Title, string Programme, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Capacity, IReadOnlyList<int> Trainers);
