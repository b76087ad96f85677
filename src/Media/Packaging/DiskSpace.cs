namespace Training.Media.Packaging;

/// <summary>A full disk, told apart from other failures: programs that write through it often report success.</summary>
internal static class DiskSpace
{
    private const int NoSpaceLeft = 28;
    private const int QuotaExceeded = 122;
    private const long Nothing = 256 << 10;

    public static bool IsFull(IOException error) => error.HResult is NoSpaceLeft or QuotaExceeded;

    public static bool IsFull(string directory) => Free(directory) < Nothing;

    /// <summary>Throws <see cref="PackagingException"/> (DiskFull) unless <paramref name="bytes"/> fit.</summary>
    public static void Require(string directory, long bytes)
    {
        var free = Free(directory);
        if (free < bytes)
            throw new PackagingException(PackagingFailure.DiskFull, $"{bytes >> 20} MB needed, {free >> 20} MB free");
    }

    private static long Free(string directory) => new DriveInfo(directory).AvailableFreeSpace;
}
