using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Conferences.Contents;

/// <summary>What is said of a conference beside its title and programme.</summary>
/// <param name="Prerequisites">Markdown, sanitised when shown.</param>
/// <param name="Language">One of <see cref="ConferenceLanguages"/>.</param>
/// <param name="Trades">For whom it is of use; empty for all.</param>
public sealed record ConferenceContent(IReadOnlyList<ConferencePart> Parts, string Prerequisites, string Language, IReadOnlyList<Trade> Trades)
{
    public static readonly ConferenceContent None = new([], "", ConferenceLanguages.French, []);

    public static ConferenceContent Of(Conference conference) => new([.. conference.Parts], conference.Prerequisites, conference.Language, [.. conference.Trades]);

    public bool Equals(ConferenceContent? other) => other is not null && Prerequisites == other.Prerequisites && Language == other.Language
        && Parts.SequenceEqual(other.Parts) && Trades.ToHashSet().SetEquals(other.Trades);

    public override int GetHashCode() => HashCode.Combine(Prerequisites, Language, Parts.Count);

    public void WriteTo(Conference conference) =>
        (conference.Parts, conference.Prerequisites, conference.Language, conference.Trades) = ([.. Parts], Prerequisites, Language, [.. Trades]);
}
