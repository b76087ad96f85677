using Training.Portal.Features.Groups;

namespace Training.Portal.Features.Discussions;

/// <summary>Why something may not be written.</summary>
public enum PostRefusal
{
    /// <summary>One reads an open group without joining it, and joins it to write.</summary>
    NotMember,

    /// <summary>An animator closed the topic.</summary>
    Closed,
    TitleMissing,
    TitleTooLong,
    Empty,
    TooLong,

    /// <summary>Ten posts in the last minute: nobody writes so fast.</summary>
    TooFast,
    CharterNotAccepted,
}

/// <param name="Closed">Of the topic answered to; false for a new one.</param>
/// <param name="LastMinute">Posts of this member in the last minute.</param>
public sealed record PostFacts(GroupSight Group, bool Closed, bool CharterAccepted, int LastMinute);

/// <summary>The one rule of who may write, and what.</summary>
public static class PostRule
{
    public const int LongestTitle = 200;
    public const int Longest = 20_000;
    public const int MostPerMinute = 10;

    public static bool MayWrite(GroupSight sight) => sight.Inside && (sight.Role is not null || sight.Reader.Administrator);

    /// <returns>Each refusal with the field it is about, empty for the form as a whole.</returns>
    public static IEnumerable<(string Field, PostRefusal Refusal)> Refusals(PostForm form, PostFacts facts)
    {
        if (!MayWrite(facts.Group))
            yield return ("", PostRefusal.NotMember);
        if (facts.Closed)
            yield return ("", PostRefusal.Closed);
        if (facts.LastMinute >= MostPerMinute)
            yield return ("", PostRefusal.TooFast);
        if (string.IsNullOrWhiteSpace(form.Text))
            yield return (nameof(form.Text), PostRefusal.Empty);
        if (form.Text?.Length > Longest)
            yield return (nameof(form.Text), PostRefusal.TooLong);
        if (!facts.CharterAccepted && !form.Charter)
            yield return (nameof(form.Charter), PostRefusal.CharterNotAccepted);
    }

    public static IEnumerable<(string Field, PostRefusal Refusal)> TitleRefusals(PostForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Title))
            yield return (nameof(form.Title), PostRefusal.TitleMissing);
        if (form.Title?.Length > LongestTitle)
            yield return (nameof(form.Title), PostRefusal.TitleTooLong);
    }

    /// <summary>What is stored: without the control characters that neither PostgreSQL nor a reader could bear.</summary>
    public static string Clean(string? text) =>
        string.Concat((text ?? "").ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))).Trim();

    public static string CleanTitle(string? title) =>
        string.Join(' ', Clean(title).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
