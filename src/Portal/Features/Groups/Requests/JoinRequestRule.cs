namespace Training.Portal.Features.Groups.Requests;

/// <summary>The one rule of who may ask to be let in. Asking twice is asking once.</summary>
public static class JoinRequestRule
{
    public const int LongestMessage = 500;

    /// <summary>After a refusal one asks again from then on.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromDays(7);

    /// <param name="refusedAt">When an animator last refused this member, if ever.</param>
    public static GroupRefusal? Refusal(GroupDoor door, bool excluded, DateTimeOffset? refusedAt, DateTimeOffset now)
    {
        if (GroupAccess.Entrance(door) != GroupEntrance.Ask)
            return GroupRefusal.DoorClosed;
        if (excluded)
            return GroupRefusal.Excluded;
        return refusedAt is { } refused && now < refused + Pause ? GroupRefusal.RefusedRecently : null;
    }
}
