using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Virker.Casework.PersonalLinks;
using Virker.Platform.Municipalities;

namespace Virker.Web.Site;

/// <summary>
/// The citizen who came in by a personal link, kept in a protected cookie of its own: what it holds are the municipality
/// and the link, and the database is asked each time whether they still count.
/// </summary>
public sealed class Visits(
    IDataProtectionProvider protection,
    MunicipalityCatalogue catalogue,
    ContinueVisit continueVisit,
    IHttpContextAccessor accessor
)
{
    private const string Cookie = "virker-own";
    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("Virker.PersonalLink")
        .ToTimeLimitedDataProtector();

    private HttpContext Context => accessor.HttpContext!;

    public void Keep(Visit visit) =>
        Context.Response.Cookies.Append(
            Cookie,
            _protector.Protect($"{visit.Municipality.Id}/{visit.LinkId}", PersonalLink.Stay),
            Options()
        );

    public void Forget() => Context.Response.Cookies.Delete(Cookie, Options());

    /// <summary>Null for everybody else.</summary>
    public async Task<Visit?> Now(CancellationToken stop)
    {
        if (Context.Request.Cookies[Cookie] is not { } kept || Opened(kept)?.Split('/') is not [var place, var link])
            return null;
        return await catalogue.Find(Guid.Parse(place), stop) is { } municipality
            ? await continueVisit.Execute(municipality, Guid.Parse(link), stop)
            : null;
    }

    private string? Opened(string kept)
    {
        try
        {
            return _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options() =>
        new()
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            MaxAge = PersonalLink.Stay,
        };
}

/// <summary>How often one address may try a code: nobody guesses a hundred bits, and nobody is to try.</summary>
public sealed class VisitLimits : IDisposable
{
    public const int Tries = 30;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            address,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = Tries, Window = TimeSpan.FromMinutes(5) }
        )
    );

    /// <summary>True when this try may go on.</summary>
    public bool MayTry(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(RateLimits.AddressOf(context));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}

public static class VisitServices
{
    public static IServiceCollection AddVisits(this IServiceCollection services) =>
        services.AddScoped<Visits>().AddSingleton<VisitLimits>();
}
