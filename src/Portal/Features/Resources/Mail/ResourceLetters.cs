using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Resources.Mail;

/// <summary>Tells the animators that a review is awaited, and the author what was decided. Adds to the context; saving is the caller's.</summary>
public sealed class ResourceLetters(TrainingDb db, AwakeMembers awake, AnimatorPost animators, Outbox outbox)
{
    /// <summary>To every animator but the author, unless they want no such letters.</summary>
    public async Task AwaitedAsync(ResourceSight sight, ResourceVersion submitted, CancellationToken cancellationToken = default)
    {
        var (group, resource) = (sight.Resource.Group, sight.Resource);
        var without = await db.ReviewOptOuts.Where(o => o.GroupId == group.Id).Select(o => o.MemberId).ToListAsync(cancellationToken);
        await animators.TellAsync(
            group,
            reader => reader.Id == resource.AuthorId || without.Contains(reader.Id)
                ? null
                : new ReviewAwaitedFacts(reader.Id, group.Id, resource.Id, submitted.Title, submitted.Summary, group.Name, resource.Author.Name),
            $"resource:{resource.Id}", cancellationToken);
    }

    public Task PublishedAsync(ResourceSight sight, CancellationToken cancellationToken = default) => DecidedAsync(
        sight, reviewer => new ResourcePublishedFacts(sight.Resource.Id, sight.Preparing!.Title, sight.Resource.Group.Name, reviewer), cancellationToken);

    public Task SentBackAsync(ResourceSight sight, string note, CancellationToken cancellationToken = default) => DecidedAsync(
        sight, reviewer => new ResourceSentBackFacts(sight.Resource.Id, sight.Preparing!.Title, sight.Resource.Group.Name, reviewer, note), cancellationToken);

    /// <summary>Nobody is told what they decided themselves; nor who sleeps, or has left a closed group.</summary>
    private async Task DecidedAsync(ResourceSight sight, Func<string, LetterFacts> facts, CancellationToken cancellationToken)
    {
        var resource = sight.Resource;
        if (resource.AuthorId == sight.Reader.MemberId || await AuthorAsync(resource, cancellationToken) is not { } author)
            return;
        var reviewer = await db.Members.Where(m => m.Id == sight.Reader.MemberId).Select(m => m.Name).SingleAsync(cancellationToken);
        outbox.Write(facts(reviewer), author.Address, $"resource:{resource.Id}:{author.Id}", author.Language);
    }

    private async Task<Member?> AuthorAsync(Resource resource, CancellationToken cancellationToken)
    {
        var author = await awake.Of(db.Members.AsNoTracking().Where(m => m.Id == resource.AuthorId)).SingleOrDefaultAsync(cancellationToken);
        var role = await db.GroupMemberships.Where(m => m.GroupId == resource.GroupId && m.MemberId == resource.AuthorId)
            .Select(m => (GroupRole?)m.Role).SingleOrDefaultAsync(cancellationToken);
        return author is not null && GroupAccess.MayEnter(resource.Group, new Reader(author.Id, author.CollectiviteId, author.Administrator), role) ? author : null;
    }
}
