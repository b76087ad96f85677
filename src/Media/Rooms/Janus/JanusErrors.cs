namespace Training.Media.Rooms.Janus;

/// <summary>Janus' error numbers (apierror.h and janus_videoroom.c, 1.1.2) in our words.</summary>
internal static class JanusErrors
{
    public const int NoSuchSession = 458;
    public const int NoSuchHandle = 459;
    public const int NoSuchRoom = 426;
    public const int RoomExists = 427;

    public static RoomEngineException Refusal(JanusReply reply) => new(Refusal(reply.ErrorCode), $"Janus refused ({reply.ErrorCode}): {Reason(reply)}");

    private static RoomRefusal Refusal(int code) => code switch
    {
        NoSuchRoom => RoomRefusal.NoSuchRoom,
        NoSuchHandle or 428 => RoomRefusal.NoSuchFeed,
        432 => RoomRefusal.Full,
        431 or 437 or 464 or 465 => RoomRefusal.SdpRefused,
        NoSuchSession => RoomRefusal.Unavailable,
        _ => RoomRefusal.Failed,
    };

    private static string? Reason(JanusReply reply) =>
        reply.Root.TryGetProperty("error", out var error) ? JanusReply.Text(error, "reason") : JanusReply.Text(reply.Plugin, "error");
}
