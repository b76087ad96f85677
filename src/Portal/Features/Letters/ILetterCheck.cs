namespace Training.Portal.Features.Letters;

/// <summary>Asked just before a letter leaves, since it may have waited: what makes it pointless by now. Each subject brings its own.</summary>
public interface ILetterCheck
{
    /// <summary>Why the letter is dropped, for its row; null when it may leave.</summary>
    Task<string?> WhyNotAsync(Letter letter, CancellationToken cancellationToken);
}
