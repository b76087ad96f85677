namespace Training.Portal.Features.Live.Stages;

/// <summary>How long things are waited for in the room, and why.</summary>
public static class RoomTimes
{
    /// <summary>Beat of the room's own upkeep.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(4);

    /// <summary>Browsers ping this often; a socket silent for <see cref="Silence"/> is taken for dead.</summary>
    public static readonly TimeSpan Ping = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>A connection seen more recently is present. Silence + this + a tick stays under 40 s, and a reload does not make the count flicker.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(12);

    /// <summary>Without a connection for this long, a participant has left: its feeds end, its line is closed.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(40);

    /// <summary>The rights of a participant are looked up again after this long.</summary>
    public static readonly TimeSpan Rights = TimeSpan.FromSeconds(30);
}
