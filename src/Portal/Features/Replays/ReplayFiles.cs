using Microsoft.Net.Http.Headers;
using Training.Media.Packaging;
using Training.Media.Storage;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Recordings;

namespace Training.Portal.Features.Replays;

/// <summary>Playlists, headers and segments of a published replay. Each request is authorised anew.</summary>
internal static class ReplayFiles
{
    public static async Task<IResult> GetAsync(
        int conferenceId, string version, string file, HttpContext context, ReplayFinder replays, MediaFiles media, CancellationToken cancellationToken)
    {
        // The manifest is ours: it names raw files. The page gives browsers what they need of it.
        if (file == ReplayManifest.FileName || await replays.FindAsync(conferenceId, context.User.Reader(), cancellationToken) is not { Standing: ReplayStanding.Ready })
            return Results.NotFound();
        if (media.Find(MediaLayout.ReplayKey(conferenceId), version, file) is not { } path)
            return Results.NotFound();
        // A version never changes; shared caches must not keep what one reader was allowed to see.
        context.Response.Headers.CacheControl = "private, max-age=3600";
        var tag = new EntityTagHeaderValue($"\"{version}-{file}\"");
        return Results.File(path, MediaFiles.ContentType(file), lastModified: File.GetLastWriteTimeUtc(path), entityTag: tag, enableRangeProcessing: true);
    }
}
