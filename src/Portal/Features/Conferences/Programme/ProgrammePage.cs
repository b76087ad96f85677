using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Conferences.Programme;

/// <summary>What the list and the month have in common: the filter, as their addresses carry it.</summary>
public abstract class ProgrammePage : PageModel
{
    private const int LongestName = 100;

    [BindProperty(Name = "theme", SupportsGet = true)]
    public GroupTheme? Theme { get; set; }

    [BindProperty(Name = "territoire", SupportsGet = true)]
    public string? Territory { get; set; }

    [BindProperty(Name = "formateur", SupportsGet = true)]
    public string? Trainer { get; set; }

    [BindProperty(Name = "replay", SupportsGet = true)]
    public bool Replay { get; set; }

    public bool Visitor => User.Reader() is null;

    /// <summary>Where the form of the filter leads.</summary>
    public abstract string Path { get; }

    /// <summary>A facet nobody knows is no facet.</summary>
    public ProgrammeFilter Filter => new(
        Theme is { } theme && Enum.IsDefined(theme) ? theme : null, Territories.Find(Territory)?.Code, Visitor ? null : NameOf(Trainer), Replay);

    /// <summary>Another page of the programme, under the same filter.</summary>
    public string Href(string path, params IEnumerable<(string Name, string Value)> more)
    {
        var query = new QueryBuilder();
        if (Filter.Theme is { } theme)
            query.Add("theme", theme.ToString());
        if (Filter.Territory is { } territory)
            query.Add("territoire", territory);
        if (Filter.Trainer is { } trainer)
            query.Add("formateur", trainer);
        if (Filter.Replay)
            query.Add("replay", "true");
        foreach (var (name, value) in more)
            query.Add(name, value);
        return path + query;
    }

    private static string? NameOf(string? typed) => typed?.Trim() switch
    {
        null or "" => null,
        { Length: > LongestName } name => name[..LongestName],
        var name => name,
    };
}
