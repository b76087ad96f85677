namespace Training.Portal.Features.Discussions;

/// <summary>What one types to open a topic or to answer. Nothing else is read from the request.</summary>
public sealed class PostForm
{
    /// <summary>Of a new topic alone.</summary>
    public string? Title { get; set; }

    /// <summary>Markdown.</summary>
    public string? Text { get; set; }

    /// <summary>Given by the page: sent twice, it is one post.</summary>
    public Guid Key { get; set; }

    /// <summary>The charter is accepted now.</summary>
    public bool Charter { get; set; }

    /// <summary>Chosen now.</summary>
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Taken by an earlier try of the same form, still wanted.</summary>
    public List<string> Held { get; set; } = [];
}
