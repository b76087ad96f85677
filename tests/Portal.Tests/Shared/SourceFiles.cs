using Training.TestKit;

namespace Training.Portal.Tests.Shared;

/// <summary>The sources that speak to people.</summary>
internal static class SourceFiles
{
    public static IEnumerable<string> Ending(string suffix) => Directory
        .EnumerateFiles(Repository.PathOf("src"), "*" + suffix, SearchOption.AllDirectories)
        .Where(path => !Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj", "node_modules", "wwwroot"]).Any());

    public static string NameOf(string path) => Path.GetRelativePath(Repository.Root, path);
}
