using System.Net;
using System.Security.Claims;
using System.Threading.RateLimiting;

namespace Virker.Web.Site;

/// <summary>How much one person or address may ask for. Nobody who works or reads meets the limits; a program that
/// hammers does.</summary>
public static class RateLimits
{
    /// <summary>Requests a minute, for a signed-in person or an address; 0 for no limit (for measurements).</summary>
    private const int PerMinute = 3000;

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        int perMinute = configuration.GetValue("Virker:RequestsPerMinute", PerMinute);
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            if (perMinute > 0)
            {
                limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? AddressOf(context),
                        _ => new FixedWindowRateLimiterOptions
                        {
                            PermitLimit = perMinute,
                            Window = TimeSpan.FromMinutes(1),
                        }
                    )
                );
            }
        });
    }

    /// <summary>Where a visitor comes from. In IPv6 a home has a whole /64 to choose from, so it counts as one.</summary>
    internal static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        byte[] bytes = address.GetAddressBytes();
        return bytes.Length == 16 ? new IPAddress([.. bytes[..8], .. new byte[8]]).ToString() : address.ToString();
    }
}

/// <summary>How often somebody may try to sign in: by address and name, and by address. An account locks after fewer
/// wrong tries; this stops the one who tries many accounts.</summary>
public sealed class SignInLimits : IDisposable
{
    public const int PerName = 10;
    private const int PerAddress = 300;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<(string Address, string Name)> _limiter =
        PartitionedRateLimiter.CreateChained(
            Limiter(t => t.Address + " " + t.Name, PerName),
            Limiter(t => t.Address, PerAddress)
        );

    /// <summary>True when this try may go on.</summary>
    public bool MayTry(HttpContext context, string name)
    {
        using var lease = _limiter.AttemptAcquire((RateLimits.AddressOf(context), name.Trim().ToUpperInvariant()));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private static PartitionedRateLimiter<(string Address, string Name)> Limiter(
        Func<(string Address, string Name), string> key,
        int tries
    ) =>
        PartitionedRateLimiter.Create<(string Address, string Name), string>(t =>
            RateLimitPartition.GetFixedWindowLimiter(
                key(t),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = Window }
            )
        );
}
