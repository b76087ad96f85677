using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.Import;

/// <summary>What an administrator does with a file: gives it, has it applied. Neither waits for the work, which is the Scheduler's.</summary>
public sealed class RegisterImportDesk(TrainingDb db, WorkNudger nudger, TimeProvider time)
{
    /// <summary>In bytes; a country is 4 MB. Below what the server itself refuses (30 MB).</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Keeps the file, to be looked through. Null while another import is under way.</summary>
    /// <exception cref="ImportException">It can be told at once that this is no such file.</exception>
    public async Task<int?> GiveAsync(RegisterImportKind kind, string fileName, byte[] content, int memberId, CancellationToken cancellationToken = default)
    {
        using (var text = ImportText.Open(content))
        {
            if (kind == RegisterImportKind.Register)
                ImportFile.Check(text);
        }

        await ForgetAsync(cancellationToken);
        var import = new RegisterImport { Kind = kind, FileName = fileName, MemberId = memberId, UploadedAt = time.GetUtcNow(), Content = Gzip.Pack(content) };
        db.RegisterImports.Add(import);
        return await TryAsync(() => db.SaveChangesAsync(cancellationToken)) == 1 ? import.Id : null;
    }

    /// <summary>Has it applied. What the answer is after a moment stands in the row.</summary>
    public async Task<ApplyAnswer> ApplyAsync(int id, CancellationToken cancellationToken = default)
    {
        var begun = await TryAsync(() => db.RegisterImports.Where(i => i.Id == id && i.State == RegisterImportState.Ready).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.State, RegisterImportState.Applying).SetProperty(i => i.Percent, 0).SetProperty(i => i.Attempts, 0)
                .SetProperty(i => i.LeasedUntil, (DateTimeOffset?)null).SetProperty(i => i.Failure, (string?)null).SetProperty(i => i.FailureLine, (long?)null),
            cancellationToken));
        nudger.Nudge();
        return begun switch
        {
            null => ApplyAnswer.AnotherUnderWay,
            1 => ApplyAnswer.Begun,
            _ => ApplyAnswer.NotReady,
        };
    }

    /// <summary>The import under way, for whoever must wait for it.</summary>
    public Task<string?> UnderWayAsync(CancellationToken cancellationToken = default) =>
        db.RegisterImports.Where(i => i.UnderWay == true).Select(i => i.FileName).SingleOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<RejectedLine>> RejectedAsync(int id, CancellationToken cancellationToken = default)
    {
        if (await db.RegisterImports.Where(i => i.Id == id).Select(i => i.Rejected).SingleAsync(cancellationToken) is not { } packed)
            return [];
        await using var json = Gzip.Unpack(packed);
        return (await JsonSerializer.DeserializeAsync<List<RejectedLine>>(json, cancellationToken: cancellationToken))!;
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Kept;
        await db.RegisterImports.Where(i => i.AppliedAt == null && i.UnderWay == null && i.UploadedAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Null when the database refuses a second import under way.</summary>
    private static async Task<int?> TryAsync(Func<Task<int>> change)
    {
        try
        {
            return await change();
        }
        catch (Exception twin) when ((twin as PostgresException ?? twin.InnerException as PostgresException) is { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return null;
        }
    }
}

/// <summary>What became of asking for an import to be applied.</summary>
public enum ApplyAnswer
{
    Begun,

    /// <summary>It is applied already, or was refused.</summary>
    NotReady,
    AnotherUnderWay,
}
