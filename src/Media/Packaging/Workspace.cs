using Training.Media.Storage;

namespace Training.Media.Packaging;

/// <summary>
/// The place where one replay is made, out of readers' sight, under a lock that the system drops with the process. Opening
/// it clears what a killed run left.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private const string Prefix = ".work-";

    private readonly string replay;
    private readonly FileStream guard;

    private Workspace(string replay, string shelf, FileStream guard)
    {
        (this.replay, this.guard, Shelf) = (replay, guard, shelf);
        Clear();
        Output = Path.Combine(replay, Prefix + Guid.NewGuid().ToString("N"));
        Voices = Output + "-voices";
        Directory.CreateDirectory(Output);
        Directory.CreateDirectory(Voices);
    }

    /// <summary>Becomes the published folder.</summary>
    public string Output { get; }

    /// <summary>Intermediate sound files, never published.</summary>
    public string Voices { get; }

    /// <summary>Sound mixed while the session ran, if any was.</summary>
    public string Shelf { get; }

    /// <summary>Throws <see cref="PackagingException"/> (Busy) when another process works on the same replay.</summary>
    public static Workspace Open(MediaFiles files, string replayKey)
    {
        var replay = Directory.CreateDirectory(files.ReplayDirectory(replayKey)).FullName;
        try
        {
            return new Workspace(replay, files.ShelfDirectory(replayKey), new FileStream(Path.Combine(replay, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (!DiskSpace.IsFull(e))
        {
            throw new PackagingException(PackagingFailure.Busy, "another process is packaging this replay");
        }
    }

    /// <summary>One rename makes the replay visible, whole.</summary>
    public void Publish(string version)
    {
        Directory.Move(Output, Path.Combine(replay, version));
        try
        {
            if (Directory.Exists(Shelf))
                Directory.Delete(Shelf, recursive: true);
        }
        catch (IOException)
        {
            // A preparation that noticed the end late wrote into it just now; the replay is there all the same.
        }
    }

    public void Dispose()
    {
        Clear();
        guard.Dispose();
    }

    private void Clear()
    {
        foreach (var left in Directory.EnumerateDirectories(replay, Prefix + "*"))
            Directory.Delete(left, recursive: true);
    }
}
