namespace Training.TestKit;

/// <summary>Where the sources are: the tests start the same scripts as people do.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find(string from)
    {
        for (var directory = new DirectoryInfo(from); directory is not null; directory = directory.Parent)
            if (File.Exists(Path.Combine(directory.FullName, "Training.sln")))
                return directory.FullName;
        throw new InvalidOperationException($"{from} is not inside the repository: Training.sln is in no directory above it.");
    }
}
