using Microsoft.Extensions.Logging;
using Training.Media.Recording;
using Training.Media.Storage;

namespace Training.Media.Packaging;

/// <summary>
/// Mixes, while a session is still being recorded, the chunks of its sound that are over, so that at its end only the last
/// minutes are left. A head start and nothing more: packaging checks every chunk against the finished recording.
/// </summary>
public sealed class SoundPreparation(MediaFiles files, TimeProvider time, ILogger<SoundPreparation> logger)
{
    /// <summary>How long the engine may keep packets to itself before they are in its files.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);

    /// <summary>Live goes first.</summary>
    private const int Niceness = 15;

    /// <param name="goesOn">Asked before each chunk; false (the session has ended) leaves the rest to packaging.</param>
    /// <returns>How many chunks were mixed. What goes wrong is logged and left to packaging.</returns>
    public async Task<int> MixAsync(PackagingRequest request, Func<Task<bool>> goesOn, CancellationToken cancellationToken)
    {
        var parts = Parts(request.RawDirectory);
        if (parts.TrueForAll(part => part.IsVideo) || request.SessionStart is not { } start)
            return 0;
        var shelf = files.ShelfDirectory(request.ReplayKey);
        var scratch = Path.Combine(shelf, Guid.NewGuid().ToString("N"));
        try
        {
            Directory.CreateDirectory(scratch);
            return await MixAsync(SessionTimeline.Of(parts, request.Feeds), new SoundGrid(start), shelf, scratch, goesOn, cancellationToken);
        }
        catch (Exception e) when (e is PackagingException or IOException)
        {
            logger.LogWarning("Sound of {Key} is not mixed ahead: {Reason}", request.ReplayKey, e.Message);
            return 0;
        }
        finally
        {
            if (Directory.Exists(scratch))
                Directory.Delete(scratch, recursive: true);
        }
    }

    private async Task<int> MixAsync(
        SessionTimeline timeline, SoundGrid grid, string shelf, string scratch, Func<Task<bool>> goesOn, CancellationToken cancellationToken)
    {
        using var sound = new SoundTrack(timeline, grid, shelf, scratch);
        var settled = grid.At(time.GetUtcNow() - Settled);
        var mixed = 0;
        foreach (var chunk in grid.Between(timeline.Origin, grid.Instant(settled)).TakeWhile(chunk => chunk.InputEnd <= settled))
        {
            if (!await goesOn())
                break;
            if (await sound.PutOnShelfAsync(chunk, Niceness, cancellationToken))
                mixed++;
        }

        return mixed;
    }

    /// <summary>Pictures too: what a sender's clock shows is read off all its tracks, and packaging will do so.</summary>
    private static List<RawPart> Parts(string directory) =>
        [.. RawFolder.Tracks(directory).Select(file => RawScan.Of(file.FullName, RawTrackName.Parse(file.Name)!).Part).OfType<RawPart>()];
}
