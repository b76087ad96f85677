using System.Text;
using Training.Portal.Features.Membership.Import;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

/// <summary>Importing as the console does.</summary>
internal static class Importing
{
    public static Task<ImportReport> ImportAsync(this PortalHost portal, string csv, bool keep = true) => portal.ImportAsync(Encoding.UTF8.GetBytes(csv), keep);

    public static Task<ImportReport> ImportAsync(
        this PortalHost portal, byte[] content, bool keep = true, RegisterImportKind kind = RegisterImportKind.Register) =>
        portal.WithAsync((RegisterImportRun run) => run.RunAsync(kind, content, new ImportOrigin(null, "essai.csv"), keep));

    public static Task<ImportClaim?> ClaimAsync(this PortalHost portal) => portal.WithAsync((ImportClaims claims) => claims.ClaimAsync());

    public static Task<bool> DoAsync(this PortalHost portal, ImportClaim claim, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        portal.WithAsync(async (RegisterImportWork work) =>
        {
            await work.DoAsync(claim, progress, cancellationToken);
            return true;
        });

    /// <summary>Does what is under way, as the Scheduler does.</summary>
    public static async Task WorkAsync(this PortalHost portal) => await portal.DoAsync((await portal.ClaimAsync())!);
}
