using Microsoft.Extensions.Localization;
using Training.Portal.Features.Points;

namespace Training.Portal.Features.Home;

/// <summary>My points in one line.</summary>
public sealed class HomeWords(IStringLocalizer<HomeText> text)
{
    public string Points(PointsLevel level)
    {
        var have = level.Total <= 1 ? text["PointsOne", level.Total] : text["PointsMany", level.Total];
        var next = level.Missing switch
        {
            0 => text["LevelLast", level.Number],
            1 => text["LevelOne", level.Number, level.Number + 1],
            _ => text["LevelMany", level.Number, level.Missing, level.Number + 1],
        };
        return $"{have.Value} {next.Value}";
    }
}
