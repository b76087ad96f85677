using Training.Portal.Features.Live.Signalling;

namespace Training.Portal.Features.Live.Chat;

/// <summary>What may be said in the discussion: plain text, not empty, not endless.</summary>
public static class ChatRule
{
    /// <summary>Characters (UTF-16 units, as browsers count them).</summary>
    public const int Longest = 2000;

    public static CallRefusal? WhyNot(SayCall call)
    {
        if (call.Key == Guid.Empty || string.IsNullOrWhiteSpace(call.Text))
            return CallRefusal.Empty;
        return call.Text.Length > Longest ? CallRefusal.TooLong : null;
    }

    /// <summary>What is stored: without the control characters that PostgreSQL or a reader could not bear.</summary>
    public static string Clean(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))).Trim();
}
