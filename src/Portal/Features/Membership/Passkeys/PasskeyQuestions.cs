using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.Passkeys;

/// <summary>The question a device must sign: sealed in the browser's cookie for five minutes, answered once, whatever the node.</summary>
public sealed class PasskeyQuestions(IDataProtectionProvider protection, TrainingDb db, TimeProvider time)
{
    public const string Cookie = "cle-d-acces";
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly IDataProtector sealing = protection.CreateProtector("passkey questions");

    public void Keep(HttpContext context, string state)
    {
        var text = JsonSerializer.Serialize(new Question(Guid.NewGuid(), state, time.GetUtcNow() + Life));
        context.Response.Cookies.Append(Cookie, sealing.Protect(text), Options(context));
    }

    /// <summary>Null when this browser was asked nothing, too long ago, or has answered.</summary>
    public async Task<string?> TakeAsync(HttpContext context)
    {
        var question = Read(context.Request.Cookies[Cookie]);
        context.Response.Cookies.Delete(Cookie, Options(context));
        return question is not null && question.Until > time.GetUtcNow() && await SpendAsync(question.Id, context.RequestAborted) ? question.State : null;
    }

    private async Task<bool> SpendAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO spent_passkey_challenges (id, spent_at) VALUES ({id}, {time.GetUtcNow()}) ON CONFLICT (id) DO NOTHING", cancellationToken) == 1;

    private Question? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<Question>(sealing.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    };

    private sealed record Question(Guid Id, string State, DateTimeOffset Until);
}
