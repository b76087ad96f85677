namespace Training.Portal.Hosting;

/// <summary>Typefaces carry their version in their name: browsers keep them and never ask again.</summary>
public sealed class LastingFiles(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/dist/fonts"))
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                    context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Task.CompletedTask;
            });
        return next(context);
    }
}
