using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Discussions.Files;

namespace Training.Portal.Features.Discussions;

/// <summary>What the pages where one writes share: the form, its files, whether the charter is still asked, and refusals in words.</summary>
[RequestSizeLimit(PostFiles.MostRequestBytes)]
public abstract class PostPage(PostFiles files, AttachmentWords fileWords, IStringLocalizer<DiscussionsText> text) : PageModel
{
    [BindProperty]
    public PostForm Input { get; set; } = new();

    /// <summary>The reader has not accepted the charter yet.</summary>
    public bool AsksCharter { get; protected set; }

    /// <summary>Files that were taken and need not be chosen again.</summary>
    public IReadOnlyList<HeldFile> Held { get; private set; } = [];

    protected void Refuse(IEnumerable<(string Field, PostRefusal Refusal)> refusals)
    {
        foreach (var (field, refusal) in refusals)
            Refuse(field, text[$"Refusal_{refusal}"]);
    }

    /// <summary>Takes the form's files, or says at their field which one cannot be taken and why.</summary>
    protected async Task<IReadOnlyList<ReceivedFile>> TakeFilesAsync(int memberId, CancellationToken cancellationToken)
    {
        var taken = await files.TakeAsync(memberId, Input, cancellationToken);
        Held = taken.Held;
        if (taken.Refusal is { } refusal)
            Refuse(nameof(Input.Files), text["FileRefused", taken.Wrong!, fileWords.Refusal(refusal, PostFiles.Most)]);
        return [.. taken.Held.Select(h => h.File)];
    }

    private void Refuse(string field, string sentence)
    {
        var key = field.Length == 0 ? "" : $"{nameof(Input)}.{field}";
        ModelState[key]?.Errors.Clear();
        ModelState.AddModelError(key, sentence);
    }
}
