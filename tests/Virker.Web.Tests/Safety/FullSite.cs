using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Virker.Casework.Demo;
using Virker.Casework.Storage;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Web.Tests.Safety;

/// <summary>A site with two made-up municipalities full of lives, and everything it writes to its log.</summary>
internal sealed class FullSite : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly OwnSite _own;
    private readonly LogLines _log;

    private FullSite(TestDatabase database, OwnSite own, LogLines log) =>
        (_database, _own, _log) = (database, own, log);

    public Municipality Here { get; private set; } = null!;

    public Municipality There { get; private set; } = null!;

    /// <summary>Every line the site logged so far: our own at every level, the libraries' from Information up.</summary>
    public IReadOnlyCollection<string> Logged => _log.Lines;

    public static async Task<FullSite> On(DatabaseProvider provider)
    {
        var database = await TestDatabase.On(provider);
        var log = new LogLines();
        var own = new OwnSite(
            new Dictionary<string, string?>
            {
                ["Virker:Demo"] = "true",
                ["Virker:DemoCitizens"] = "0",
                ["Virker:RequestsPerMinute"] = "0",
                ["Virker:Database:Provider"] = provider.ToString(),
                ["Virker:Database:ConnectionString"] = database.Options.ConnectionString,
            },
            services =>
                services.AddLogging(l =>
                    l.AddProvider(log)
                        .AddFilter<LogLines>(null, LogLevel.Information)
                        .AddFilter<LogLines>("Virker", LogLevel.Trace)
                )
        );
        var site = new FullSite(database, own, log);
        site.Here = await site.Make(1, "herby");
        site.There = await site.Make(2, "derby");
        return site;
    }

    /// <summary>The pages whose address holds an identifier, and what is added to it to send each of their forms.</summary>
    public IReadOnlyList<(RoutePattern Address, string Page, IReadOnlyList<string> Forms)> PagesById =>
        [
            .. from endpoint in _own.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
            where page is not null && endpoint.RoutePattern.ParameterPolicies.ContainsKey("id")
            select (
                new RoutePattern(endpoint.RoutePattern.RawText!),
                page.ViewEnginePath,
                PageHandlers.Of(_own.Services, page, HttpMethods.Post)
            ),
        ];

    /// <summary>The pages with an address of their own: the other ones.</summary>
    public IReadOnlyList<(string Address, string Page)> PagesWithoutId =>
        [
            .. from endpoint in _own.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
            where page is not null && endpoint.RoutePattern.Parameters.Count == 0
            select ("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), page.ViewEnginePath),
        ];

    /// <summary>Somebody of the municipality with the role, signed in.</summary>
    public async Task<SiteClient> As(Municipality municipality, Role role)
    {
        await using var db = await _own
            .Services.GetRequiredService<IDbContextFactory<PlatformDbContext>>()
            .CreateDbContextAsync();
        var accounts = await db.Users.Where(a => a.MunicipalityId == municipality.Id && a.IsActive).ToListAsync();
        var account = accounts.First(a => a.Roles.Equals(RoleCodes.Of(role)));
        var client = _own.Client();
        using var signedIn = await client.Post(
            "/account/sign-in",
            [("account", account.Id.ToString())],
            to: "/account/sign-in?handler=Demo"
        );
        Assert.Equal(System.Net.HttpStatusCode.Redirect, signedIn.StatusCode);
        return client;
    }

    public async Task<CaseworkDbContext> Casework(Municipality municipality) =>
        await _own.Services.GetRequiredService<MunicipalityStore<CaseworkDbContext>>().OpenAsync(municipality, default);

    public async Task<RecordsDbContext> Records(Municipality municipality) =>
        await _own.Services.GetRequiredService<MunicipalityStore<RecordsDbContext>>().OpenAsync(municipality, default);

    /// <summary>One identifier of each kind of row the municipality has, its accounts included.</summary>
    public async Task<IReadOnlyList<Guid>> Identifiers(Municipality municipality)
    {
        var found = new List<Guid>();
        await using (var db = await Casework(municipality))
        {
            foreach (var table in db.Model.GetEntityTypes().Where(t => t.FindProperty("Id")?.ClrType == typeof(Guid)))
            {
                var ids = db.Rows(table).Select(r => EF.Property<Guid>(r, "Id"));
                found.AddRange(await ids.OrderBy(i => i).Take(1).ToListAsync());
            }
        }

        await using var shared = await _own
            .Services.GetRequiredService<IDbContextFactory<PlatformDbContext>>()
            .CreateDbContextAsync();
        found.Add(
            (await shared.Users.Where(a => a.MunicipalityId == municipality.Id).OrderBy(a => a.Id).FirstAsync()).Id
        );
        return found;
    }

    /// <summary>How many rows each table holds; the log too.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Counts(Municipality municipality)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await using var db = await Casework(municipality);
        foreach (var table in db.Model.GetEntityTypes())
        {
            counts.Add(table.Name, await db.Rows(table).CountAsync());
        }

        return counts;
    }

    public async ValueTask DisposeAsync()
    {
        await _own.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task<Municipality> Make(int seed, string code) =>
        (
            await _own
                .Services.GetRequiredService<CreateDemo>()
                .Execute(new DemoSettings(60, seed) { Code = code, Name = code }, false, null, default)
        ).Municipality;

    /// <summary>Keeps what is logged.</summary>
    private sealed class LogLines : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => new Logger(this);

        public void Dispose() { }

        private sealed class Logger(LogLines lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
            {
                lines._lines.Enqueue($"{state}");
                return null;
            }

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            ) => lines._lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}

/// <summary>An address with places for identifiers.</summary>
internal sealed record RoutePattern(string Text)
{
    public bool HasConversation => Text.Contains("{conversation:guid}", StringComparison.Ordinal);

    public string With(Guid id, Guid? conversation = null) =>
        "/"
        + Text.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal)
            .Replace("{conversation:guid}", $"{conversation}", StringComparison.Ordinal)
            .Replace("/{version:int?}", "", StringComparison.Ordinal)
            .TrimStart('/');
}
