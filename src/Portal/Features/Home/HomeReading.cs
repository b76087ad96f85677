using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Home;

/// <summary>What the home page shows: to a visitor what is public, to a member what is theirs.</summary>
public sealed class HomeReading(TrainingDb db, ConferenceCatalog catalog)
{
    private const int Shown = 3;

    /// <summary>Sessions one can enter now and the next ones, of the reader's groups or where they have a seat; replays of every group the reader may know.</summary>
    public Task<CatalogGlance> GlanceAsync(Reader reader, TimeZoneInfo zone, CancellationToken cancellationToken) =>
        catalog.GlanceAsync(All(reader, zone) with { MineOnly = true }, All(reader, zone), cancellationToken);

    public Task<IReadOnlyList<ConferenceCard>> PublicSessionsAsync(TimeZoneInfo zone, CancellationToken cancellationToken) =>
        catalog.ComingAsync(All(null, zone), cancellationToken);

    public Task<IReadOnlyList<ConferenceCard>> PublicReplaysAsync(TimeZoneInfo zone, CancellationToken cancellationToken) =>
        catalog.ReplaysAsync(All(null, zone), cancellationToken);

    public Task<bool> HasGroupAsync(Reader reader, CancellationToken cancellationToken) =>
        db.GroupMemberships.AnyAsync(m => m.MemberId == reader.MemberId, cancellationToken);

    private static CatalogScope All(Reader? reader, TimeZoneInfo zone) => new(reader, zone, Take: Shown);
}
