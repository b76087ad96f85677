namespace Training.Portal.Features.Points;

/// <summary>Names the resource files of the page of points.</summary>
public sealed class PointsText;
