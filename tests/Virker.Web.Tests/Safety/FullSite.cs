using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Virker.Casework.Caseload.Allocations;
using Virker.Casework.Storage;
using Virker.Demo;
using Virker.Demo.Lives;
using Virker.Effects.Storage;
using Virker.Effects.Trials;
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
    private readonly ConcurrentQueue<string> _log;

    private FullSite(TestDatabase database, OwnSite own, ConcurrentQueue<string> log) =>
        (_database, _own, _log) = (database, own, log);

    public Municipality Here { get; private set; } = null!;

    public Municipality There { get; private set; } = null!;

    /// <summary>Every line the site logged so far: our own at every level, the libraries' from Information up.</summary>
    public IReadOnlyCollection<string> Logged => _log;

    /// <summary>A citizen of each municipality who has drawn a lot, and the trial.</summary>
    public Dictionary<Guid, (Guid Citizen, Guid Trial)> Lots { get; } = [];

    public static async Task<FullSite> On(DatabaseProvider provider)
    {
        var database = await TestDatabase.On(provider);
        var log = new ConcurrentQueue<string>();
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
                    l.AddProvider(new LogLines(log.Enqueue))
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
            .. from found in Pages
            where found.Endpoint.RoutePattern.ParameterPolicies.ContainsKey("id")
            select (
                new RoutePattern(found.Endpoint.RoutePattern.RawText!),
                found.Page.ViewEnginePath,
                PageHandlers.Of(_own.Services, found.Page, HttpMethods.Post)
            ),
        ];

    /// <summary>Every address the site has for these: the pages without an identifier too.</summary>
    public IReadOnlyList<string> Addresses(Guid citizen, IReadOnlyList<Guid> ids, IEnumerable<Guid> conversations) =>
        [
            .. from found in Pages
            where found.Endpoint.RoutePattern.Parameters.Count == 0
            select "/" + found.Endpoint.RoutePattern.RawText!.TrimStart('/'),
            .. PagesById.SelectMany(p =>
                p.Address.HasConversation ? conversations.Select(talk => p.Address.With(citizen, talk))
                : p.Address.HasTrial ? [p.Address.With(citizen, Lots[Here.Id].Trial)]
                : ids.Select(id => p.Address.With(id))
            ),
        ];

    private IEnumerable<(RouteEndpoint Endpoint, PageActionDescriptor Page)> Pages =>
        from endpoint in _own.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
        where page is not null
        select (endpoint, page);

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
        foreach (var db in await Rooms(municipality))
        {
            await using (db)
            {
                foreach (
                    var table in db.Model.GetEntityTypes().Where(t => t.FindProperty("Id")?.ClrType == typeof(Guid))
                )
                {
                    var ids = db.Rows(table).Select(r => EF.Property<Guid>(r, "Id"));
                    found.AddRange(await ids.OrderBy(i => i).Take(1).ToListAsync());
                }
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
        foreach (var db in await Rooms(municipality))
        {
            await using (db)
            {
                foreach (var table in db.Model.GetEntityTypes())
                    counts[table.Name] = await db.Rows(table).CountAsync();
            }
        }

        return counts;
    }

    public async ValueTask DisposeAsync()
    {
        await _own.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task<IReadOnlyList<MunicipalityDbContext>> Rooms(Municipality municipality) =>
        [
            await Casework(municipality),
            await _own
                .Services.GetRequiredService<MunicipalityStore<EffectsDbContext>>()
                .OpenAsync(municipality, default),
        ];

    private async Task<Municipality> Make(int seed, string code)
    {
        var services = _own.Services;
        var made = await services
            .GetRequiredService<CreateDemo>()
            .Execute(new DemoSettings(60, seed) { Code = code, Name = code }, false, null, default);
        var by = Worker.Virker(made.Municipality);
        string[] groups;
        await using (var db = await Casework(made.Municipality))
            groups = await db.Spells.Select(s => s.TargetGroup).Distinct().ToArrayAsync();
        var plan = new TrialPlan("Et forsøg", "?", "X.MENTOR", "Mentor", "Sædvanlig", groups, "FAR.ALL")
        {
            Primary = OutcomeKind.AnyPaidHour,
            Weeks = 13,
            People = 20,
            ExpectedUsual = 10,
            ExpectedTreatment = 30,
            LegalBasis = "Prøve",
        };
        var (trial, _) = await services.GetRequiredService<PlanTrial>().Execute(by, null, plan, default);
        Assert.Empty(
            await services.GetRequiredService<FreezeTrial>().Execute(by, trial, TrialPlan.Hash(plan.Write()), default)
        );
        var (asked, _) = await services.GetRequiredService<AskForAllocation>().Execute(by, null, 40, default);
        await services.GetRequiredService<ComputeAllocation>().Execute(by, asked!.Value, null, default);
        // A draft too, for the pages a frozen plan has no more.
        await services.GetRequiredService<PlanTrial>().Execute(by, null, plan, default);
        await using (var db = await Casework(made.Municipality))
        {
            foreach (
                var citizen in await db
                    .Spells.Where(s => s.To == null)
                    .OrderBy(s => s.Id)
                    .Select(s => s.CitizenId)
                    .ToListAsync()
            )
            {
                var (arm, _) = await services
                    .GetRequiredService<DrawLot>()
                    .Execute(by, trial, citizen, isTold: true, default);
                if (arm is null)
                    continue;
                Lots[made.Municipality.Id] = (citizen, trial);
                break;
            }
        }

        return made.Municipality;
    }
}

/// <summary>An address with places for identifiers.</summary>
internal sealed record RoutePattern(string Text)
{
    public bool HasConversation => Text.Contains("{conversation:guid}", StringComparison.Ordinal);

    public bool HasTrial => Text.Contains("{trial:guid}", StringComparison.Ordinal);

    /// <param name="second">The conversation or the trial, where the address has a place for it.</param>
    public string With(Guid id, Guid? second = null) =>
        "/"
        + Text.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal)
            .Replace("{id:guid?}", id.ToString(), StringComparison.Ordinal)
            .Replace("{conversation:guid}", $"{second}", StringComparison.Ordinal)
            .Replace("{trial:guid}", $"{second}", StringComparison.Ordinal)
            .Replace("/{version:int?}", "", StringComparison.Ordinal)
            .TrimStart('/');
}
