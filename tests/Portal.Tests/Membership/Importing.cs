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
}
