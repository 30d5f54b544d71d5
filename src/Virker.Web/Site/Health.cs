using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Virker.Platform.Storage;

namespace Virker.Web.Site;

/// <summary>What operations see of the site: whether it serves, and with a collector how.</summary>
internal static class Health
{
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck<Ready>("database");
        // Without a collector nothing is measured.
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 })
            return;
        // The parts after ? are redacted by the instrumentation; texts of errors and log lines are not sent at all.
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("virker"))
            .WithTracing(traces =>
                traces
                    .AddAspNetCoreInstrumentation(o =>
                        o.Filter = http => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
                    )
                    .AddOtlpExporter()
            )
            .WithMetrics(metrics =>
                metrics.AddAspNetCoreInstrumentation().AddMeter("System.Runtime", "Npgsql").AddOtlpExporter()
            );
    }

    /// <summary><c>/health</c>: the process serves. <c>/health/ready</c>: the database answers too.</summary>
    public static void MapHealth(this IEndpointRouteBuilder open)
    {
        open.MapHealthChecks("/health", new HealthCheckOptions { Predicate = _ => false }).DisableRateLimiting();
        open.MapHealthChecks("/health/ready").DisableRateLimiting();
    }

    private sealed class Ready(DatabaseAnswers database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        ) => await database.Execute(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }
}
