using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Attachments;

/// <summary>Sizes of files and refusals, in words.</summary>
public sealed class AttachmentWords(IStringLocalizer<AttachmentsText> text)
{
    /// <summary>« 12 Ko », « 3,4 Mo ».</summary>
    public string Size(int bytes) => bytes < 1_000_000
        ? text["SizeSmall", Math.Max(1, bytes / 1000)]
        : text["SizeLarge", (bytes / 1_000_000.0).ToString("0.#", CultureInfo.CurrentCulture)];

    /// <param name="most">How many files go together there.</param>
    public string Refusal(AttachmentRefusal refusal, int most) =>
        text[$"File_{refusal}", AttachmentRule.Endings.Replace(",", ", ", StringComparison.Ordinal), most];
}
