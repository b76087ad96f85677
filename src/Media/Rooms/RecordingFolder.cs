namespace Training.Media.Rooms;

/// <summary>
/// The directory that receives a room's raw tracks. The product makes it, so that it may delete what is in it; the
/// engine, another user of the same group, writes in it (the parent's set-group bit hands the group down).
/// </summary>
internal static class RecordingFolder
{
    private const UnixFileMode Shared =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.SetGroup;

    public static void Prepare(string directory)
    {
        if (!Path.IsPathFullyQualified(directory)) throw new ArgumentException($"A recording directory must be absolute: {directory}", nameof(directory));
        if (Directory.Exists(directory)) return;
        try
        {
            Directory.CreateDirectory(directory);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(directory, Shared);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RoomEngineException(RoomRefusal.Failed, $"The recording directory {directory} cannot be made", failure);
        }
    }
}
