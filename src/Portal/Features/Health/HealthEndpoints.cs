namespace Training.Portal.Features.Health;

public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        // Alive: the process answers. Nothing it depends on is asked.
        endpoints.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous();
        endpoints.MapGet("/readyz", ReadyAsync).AllowAnonymous();
    }

    /// <summary>200 « ready », or 503 with one line per thing that is missing.</summary>
    private static async Task<IResult> ReadyAsync(Readiness readiness, HttpContext context)
    {
        var missing = await readiness.MissingAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return missing.Count == 0
            ? Results.Text("ready")
            : Results.Text(string.Join('\n', missing), statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
