using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Shared;

/// <summary>How many seats are left, in words.</summary>
public sealed class SeatWords(IStringLocalizer<CommonText> common)
{
    public string Left(int seats) => seats switch
    {
        <= 0 => common["SeatsNone"],
        1 => common["SeatsOne"],
        _ => common["SeatsMany", seats],
    };
}
