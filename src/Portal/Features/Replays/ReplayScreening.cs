using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Media.Packaging;
using Training.Media.Storage;
using Training.Portal.Data;
using Training.Portal.Features.Recordings;

namespace Training.Portal.Features.Replays;

/// <summary>Everything the replay page shows: pictures, gaps, and what was said in the discussion, on one clock.</summary>
public sealed record Screening(
    string Address, double Duration, IReadOnlyList<ScreenedPicture> Pictures, IReadOnlyList<ReplayInterval> Gaps, bool Damaged, IReadOnlyList<ScreenedMessage> Messages);

/// <param name="File">Playlist to load; the first picture comes with the sound.</param>
/// <param name="Who">Name of the person, as it is today.</param>
public sealed record ScreenedPicture(string File, string Kind, string Who, IReadOnlyList<ReplayInterval> OnStage);

/// <param name="At">Seconds from the start.</param>
public sealed record ScreenedMessage(double At, string Author, string Text);

/// <summary>Reads a published replay's manifest and joins it with names and the discussion.</summary>
public sealed class ReplayScreening(TrainingDb db, MediaFiles media)
{
    /// <summary>Null when the published folder is not there (a restore without its media).</summary>
    public async Task<Screening?> OpenAsync(ReplaySight sight, CancellationToken cancellationToken)
    {
        var key = MediaLayout.ReplayKey(sight.Conference.Id);
        if (media.Find(key, sight.Recording!.Version!, ReplayManifest.FileName) is not { } file || ReplayManifest.Read(file) is not { } manifest)
            return null;
        var names = await NamesAsync(manifest, cancellationToken);
        return new Screening(
            $"/conferences/{sight.Conference.Id}/replay/{manifest.Version}/",
            manifest.Duration,
            [.. manifest.Pictures.Select((picture, i) => Picture(manifest, picture, i, names))],
            manifest.Gaps,
            manifest.Notices.Any(n => n.Kind is ReplayNoticeKind.PartDamaged or ReplayNoticeKind.PartUnreadable),
            await MessagesAsync(sight.Conference.Id, manifest, cancellationToken));
    }

    private static ScreenedPicture Picture(ReplayManifest manifest, ReplayPicture picture, int index, Dictionary<string, string> names) =>
        new(index == 0 ? manifest.Master : picture.Playlist, picture.Kind.ToString(), names.GetValueOrDefault(picture.Owner) ?? picture.Label ?? "", picture.OnStage);

    private async Task<Dictionary<string, string>> NamesAsync(ReplayManifest manifest, CancellationToken cancellationToken)
    {
        var ids = manifest.Pictures.Select(p => int.TryParse(p.Owner, CultureInfo.InvariantCulture, out var id) ? id : 0).ToList();
        return await db.Members.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id.ToString(CultureInfo.InvariantCulture), m => m.Name, cancellationToken);
    }

    private async Task<IReadOnlyList<ScreenedMessage>> MessagesAsync(int conferenceId, ReplayManifest manifest, CancellationToken cancellationToken)
    {
        var messages = await db.ChatMessages.Where(m => m.ConferenceId == conferenceId).OrderBy(m => m.Id)
            .Select(m => new { m.SentAt, m.Member.Name, m.Text }).ToListAsync(cancellationToken);
        return [.. messages.Select(m => new ScreenedMessage(Math.Clamp((m.SentAt - manifest.Origin).TotalSeconds, 0, manifest.Duration), m.Name, m.Text))];
    }
}
