namespace Training.Media.Packaging;

/// <summary>Stops packaging with a named failure; never leaves <see cref="ReplayPackager"/>.</summary>
internal sealed class PackagingException(PackagingFailure failure, string detail) : Exception(detail)
{
    public PackagingFailure Failure { get; } = failure;
}
