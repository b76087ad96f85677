using System.Globalization;

namespace Training.Portal.Features.Live.Signalling;

/// <summary>Names of the hub's groups. Only the hub puts a connection in one.</summary>
public static class RoomGroups
{
    /// <summary>Everyone who has the room's page open, in the room or waiting before it: doors, live, end, number present.</summary>
    public static string AtDoor(int conferenceId) => string.Create(CultureInfo.InvariantCulture, $"door:{conferenceId}");

    /// <summary>Those who entered: stage and discussion.</summary>
    public static string Inside(int conferenceId) => string.Create(CultureInfo.InvariantCulture, $"inside:{conferenceId}");
}
