namespace Training.Portal.Features.Conferences;

/// <summary>Names the resource files of what is said while planning: drafts, series, programme, documents, conflicts (<c>PlanningText.resx</c>, French).</summary>
public sealed class PlanningText;
