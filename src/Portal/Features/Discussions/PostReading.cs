using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Discussions;

/// <summary>A post as a page shows it.</summary>
public sealed record PostLine(
    long Id, int AuthorId, string Author, string Collectivite, string Text, DateTimeOffset PostedAt, bool Hidden, bool Useful, IReadOnlyList<PostFileLine> Files);

public sealed record PostFileLine(long Id, string Name, int Size);

/// <summary>A topic's posts, a page at a time. The words and files of a hidden one leave the database for animators alone.</summary>
public sealed class PostReading(TrainingDb db)
{
    public const int PageSize = 50;

    /// <param name="page">From 1.</param>
    public Task<List<PostLine>> PageAsync(TopicSight sight, int page, CancellationToken cancellationToken = default)
    {
        var (id, animates) = (sight.Topic.Id, sight.Group.Animates);
        return db.Posts.Where(p => p.TopicId == id).OrderBy(p => p.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(p => new PostLine(
                p.Id, p.AuthorId, p.Author.Name, p.Author.Collectivite.Name, p.HiddenAt == null || animates ? p.Text : "", p.PostedAt, p.HiddenAt != null,
                p.UsefulAt != null && p.HiddenAt == null,
                p.Attachments.Where(_ => p.HiddenAt == null || animates).OrderBy(a => a.Id).Select(a => new PostFileLine(a.Id, a.Name, a.Size)).ToList()))
            .ToListAsync(cancellationToken);
    }
}
