using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Conferences.CoHosts;

/// <summary>To somebody who was named co-host.</summary>
/// <param name="Namer">Who named them.</param>
/// <param name="Dates">Of a series, how many it is about; else 1.</param>
public sealed record CoHostNamedFacts(ConferenceFacts Conference, string Namer, bool Draft, bool Undated, int Dates) : LetterFacts;
