using Training.Portal.Features.Membership.Register;

namespace Training.Portal.Features.Conferences.Audiences;

/// <summary>What is wrong with an <see cref="AudienceForm"/>.</summary>
public enum AudienceRefusal
{
    Unknown,

    /// <summary>No collectivité named.</summary>
    Empty,
    TooMany,
    CollectiviteUnknown,

    /// <summary>Several bear that name.</summary>
    CollectiviteAmbiguous,
}

/// <summary>Reads for whom a conference is; the register says which collectivités are meant.</summary>
public sealed class AudienceReading(NamedCollectivites register)
{
    public const int Most = 50;

    /// <returns>The plan, or why not and about which line.</returns>
    public async Task<(AudiencePlan? Plan, AudienceRefusal? Refusal, string Line)> ReadAsync(AudienceForm form, CancellationToken cancellationToken = default)
    {
        if (!Enum.IsDefined(form.Audience))
            return (null, AudienceRefusal.Unknown, "");
        if (form.Audience != ConferenceAudience.Collectivites)
            return (new AudiencePlan(form.Audience, []), null, "");
        string[] lines = [.. (form.Collectivites ?? "").Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (lines.Length is 0 or > Most)
            return (null, lines.Length == 0 ? AudienceRefusal.Empty : AudienceRefusal.TooMany, "");
        List<int> ids = [];
        foreach (var line in lines)
        {
            var found = await register.FindAsync(line, cancellationToken);
            if (found is not [var id])
                return (null, found.Count == 0 ? AudienceRefusal.CollectiviteUnknown : AudienceRefusal.CollectiviteAmbiguous, line);
            ids.Add(id);
        }

        return (new AudiencePlan(form.Audience, [.. ids.Distinct()]), null, "");
    }
}
