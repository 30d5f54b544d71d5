using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Virker.Web.Tests;

public sealed class Health_tests
{
    [Fact]
    public async Task A_site_without_its_database_serves_but_is_not_ready()
    {
        var folder = Directory.CreateTempSubdirectory("virker-health-");
        using var own = new OwnSite(new Dictionary<string, string?>());
        using var visitor = own.Client();
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/health/ready")).StatusCode);

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Move(own.Shared, Path.Combine(folder.FullName, "away.db"));

        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/health")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.Get("/health/ready")).StatusCode);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_a_collector_is_sent_holds_no_question_that_was_asked()
    {
        await using var collector = await Collector.StartAsync();
        await using var own = new OwnSite(
            new Dictionary<string, string?>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "100",
            }
        );
        using var visitor = own.Client();
        await visitor.Get("/answers?q=3113801234");
        for (int i = 0; i < 300 && !(Has("/v1/traces") && Has("/v1/metrics") && Has("/answers")); i++)
            await Task.Delay(100, TestContext.Current.CancellationToken);

        bool Has(string part) => collector.Received.Contains(part, StringComparison.Ordinal);
        string sent = collector.Received;
        Assert.Contains("/v1/traces", sent, StringComparison.Ordinal);
        Assert.Contains("/v1/metrics", sent, StringComparison.Ordinal);
        Assert.Contains("/answers", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("3113801234", sent, StringComparison.Ordinal);
    }

    /// <summary>Takes what telemetry is sent, as bytes read as text.</summary>
    private sealed class Collector(WebApplication app, StringBuilder received) : IAsyncDisposable
    {
        public string Address =>
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public string Received
        {
            get
            {
                lock (received)
                    return received.ToString();
            }
        }

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
            builder.Logging.ClearProviders();
            var app = builder.Build();
            var received = new StringBuilder();
            app.MapPost(
                "/v1/{kind}",
                async (string kind, HttpRequest request) =>
                {
                    using var reader = new StreamReader(request.Body, Encoding.Latin1);
                    string body = await reader.ReadToEndAsync();
                    lock (received)
                        received.Append("/v1/").Append(kind).Append(body);
                    return Results.Ok();
                }
            );
            await app.StartAsync();
            return new Collector(app, received);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
