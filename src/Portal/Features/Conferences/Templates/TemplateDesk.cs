using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Conferences.Templates;

/// <summary>The template of a group: one at most.</summary>
public sealed class TemplateDesk(TrainingDb db, TimeProvider clock)
{
    /// <summary>As a form; null when the group has none.</summary>
    public async Task<TemplateForm?> FindAsync(int groupId, CancellationToken cancellationToken = default) =>
        await db.ConferenceTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.GroupId == groupId, cancellationToken) is { } template ? TemplateForm.Of(template) : null;

    /// <param name="form">Its reading has no refusal.</param>
    public async Task SaveAsync(int groupId, TemplateForm form, CancellationToken cancellationToken = default)
    {
        var read = TemplateReading.Of(form);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM groups WHERE id = {groupId} FOR NO KEY UPDATE", cancellationToken);
        if (await db.ConferenceTemplates.SingleOrDefaultAsync(t => t.GroupId == groupId, cancellationToken) is not { } template)
            db.Add(template = new ConferenceTemplate { GroupId = groupId });
        (template.Minutes, template.Capacity, template.Programme, template.Parts) = (read.Minutes, read.Capacity, read.Programme, [.. read.Parts]);
        (template.Waitlist, template.Approval, template.ChangedAt) = (form.Waitlist, form.Approval, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
