using Microsoft.Extensions.Logging;
using Training.Media.Recording;
using Training.Media.Storage;

namespace Training.Media.Packaging;

/// <summary>
/// Raw track files → one published replay folder. Pictures are copied, never re-encoded; sound is mixed. Running it again, at
/// once or after a kill at any moment, publishes the same thing once.
/// </summary>
public sealed class ReplayPackager(MediaFiles files, ILogger<ReplayPackager> logger)
{
    /// <summary>Never throws for what can go wrong with recordings, tools or space: see <see cref="PackagingResult.Failure"/>.</summary>
    public async Task<PackagingResult> PackageAsync(PackagingRequest request, CancellationToken cancellationToken)
    {
        var result = await AttemptAsync(request, cancellationToken);
        logger.LogInformation("Replay {Key}: {Outcome} {Detail}", request.ReplayKey,
            result.Failure?.ToString() ?? (result.AlreadyThere ? "already there" : "published"), result.Detail ?? result.Replay?.Version);
        return result;
    }

    private async Task<PackagingResult> AttemptAsync(PackagingRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await PublishAsync(request, cancellationToken);
        }
        catch (PackagingException e)
        {
            return PackagingResult.Failed(e.Failure, e.Message);
        }
        catch (IOException e) when (DiskSpace.IsFull(e))
        {
            return PackagingResult.Failed(PackagingFailure.DiskFull, e.Message);
        }
    }

    private async Task<PackagingResult> PublishAsync(PackagingRequest request, CancellationToken cancellationToken)
    {
        var raw = RawFolder.Read(request.RawDirectory);
        if (raw.Files.Count == 0)
            throw new PackagingException(PackagingFailure.NothingRecorded, "no raw track file");
        var version = raw.Version(request.Feeds);
        if (files.Find(request.ReplayKey, version, ReplayManifest.FileName) is { } there && ReplayManifest.Read(there) is { } earlier)
            return PackagingResult.Published(earlier, alreadyThere: true);
        using var workspace = Workspace.Open(files, request.ReplayKey);
        DiskSpace.Require(workspace.Output, raw.Bytes + raw.Bytes / 4);
        var replay = await new ReplayAssembly(request, raw, version, workspace).MakeAsync(cancellationToken);
        await InspectAsync(workspace, replay, cancellationToken);
        workspace.Publish(version);
        request.Progress?.Report(1);
        return PackagingResult.Published(replay, alreadyThere: false);
    }

    private static async Task InspectAsync(Workspace workspace, ReplayManifest replay, CancellationToken cancellationToken)
    {
        try
        {
            await ReplayInspection.RequireAsync(workspace.Output, replay, cancellationToken);
        }
        catch (PackagingException e) when (DiskSpace.IsFull(workspace.Output))
        {
            throw new PackagingException(PackagingFailure.DiskFull, e.Message);
        }
    }
}
