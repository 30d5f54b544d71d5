using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Virker.Casework.Citizens;
using Virker.Casework.Storage;
using Virker.Demo;
using Virker.Demo.Lives;
using Virker.Effects.Storage;
using Virker.Effects.Trials;
using Virker.Evidence.Proposals;
using Virker.Evidence.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Web.Tests.Forms;

/// <summary>A site with a made-up municipality where forms are sent, and another beside it.</summary>
internal sealed class FormsSite : IAsyncDisposable
{
    /// <summary>What keeps forms is no part of what they say.</summary>
    private static readonly string[] Aside =
    [
        "audit",
        "data_protection_keys",
        "form_posts",
        "kept_forms",
        "migrations",
    ];

    private readonly TestDatabase _database;
    private readonly OwnSite _own;
    private readonly Dictionary<(Role, int), (Account Account, Browser Browser)> _people = [];
    private readonly PastClock _clock = new();
    private IReadOnlyList<(Func<Task<DbContext>> Open, string Sql)> _counts = [];
    private readonly List<Guid> _followed = [];
    private int _number;

    private FormsSite(TestDatabase database)
    {
        _database = database;
        _own = new OwnSite(
            new Dictionary<string, string?>
            {
                ["Virker:Demo"] = "true",
                ["Virker:DemoCitizens"] = "0",
                ["Virker:RequestsPerMinute"] = "0",
                ["Virker:Database:Provider"] = database.Options.Provider.ToString(),
                ["Virker:Database:ConnectionString"] = database.Options.ConnectionString,
            },
            services =>
                services
                    .AddSingleton<TimeProvider>(_clock)
                    // Tries are counted by address, and each visitor comes from another.
                    .AddSingleton<IStartupFilter>(new FromEverywhere())
                    .AddLogging(logging =>
                        logging
                            .ClearProviders()
                            .SetMinimumLevel(LogLevel.Error)
                            .AddProvider(new LogLines(line => LastError = line))
                    )
        );
    }

    /// <summary>What the site logged last as an error of its own.</summary>
    public string? LastError { get; private set; }

    public IServiceProvider Services => _own.Services;

    public Municipality Here { get; private set; } = null!;

    /// <summary>A citizen, a worker and a workplace of another municipality.</summary>
    public IReadOnlyList<Guid> Foreign { get; private set; } = [];

    /// <summary>A workplace with room, of this municipality.</summary>
    public Guid Workplace { get; private set; }

    public DateOnly Today => _clock.Today();

    /// <summary>The municipality itself, for what is made ready without a page.</summary>
    public Worker Virker => Worker.Virker(Here);

    public static async Task<FormsSite> On(DatabaseProvider provider)
    {
        var site = new FormsSite(await TestDatabase.On(provider));
        var create = site.Get<CreateDemo>();
        site.Here = (
            await create.Execute(new DemoSettings(60, 1) { Code = "herby", Name = "Herby" }, false, null, default)
        ).Municipality;
        var there = (
            await create.Execute(new DemoSettings(2, 2) { Code = "derby", Name = "Derby" }, false, null, default)
        ).Municipality;
        await using (var db = await site.Casework(there))
        {
            site.Foreign =
            [
                (await db.Citizens.FirstAsync()).Id,
                (await db.Workplaces.FirstAsync()).Id,
                (await site.Get<Staff>().Of(there.Id, default))[0].Id,
            ];
        }
        await using (var db = await site.Casework(site.Here))
            site.Workplace = (await db.Workplaces.Where(w => w.Employees > 2000).OrderBy(w => w.Id).FirstAsync()).Id;
        // Units a citizen can share with.
        for (int i = 0; i < 3; i++)
            await site.Account(null, await site.Team(), Role.Clinician);
        site._counts = [.. await site.Tables()];
        return site;
    }

    public T Get<T>()
        where T : notnull => _own.Services.GetRequiredService<T>();

    public Browser Browser() => new(_own);

    /// <summary>A number no other has.</summary>
    public int Next() => Interlocked.Increment(ref _number);

    /// <summary>What is done inside is done so many days ago.</summary>
    public IDisposable DaysAgo(int days) => _clock.DaysAgo(days);

    public Task<CaseworkDbContext> Casework(Municipality municipality) =>
        Get<MunicipalityStore<CaseworkDbContext>>().OpenAsync(municipality, default).AsTask();

    /// <summary>The first or the second worker with the role, signed in.</summary>
    public async Task<(Account Account, Browser Browser)> Person(Role role, int number)
    {
        if (_people.TryGetValue((role, number), out var known))
            return known;
        var account = await Account(null, role);
        var browser = Browser();
        var signedIn = await browser.SignIn(account.Id);
        Assert.NotNull(signedIn.Location);
        return _people[(role, number)] = (account, browser);
    }

    /// <summary>A new team.</summary>
    public async Task<Guid> Team()
    {
        await using var db = await Get<IDbContextFactory<PlatformDbContext>>().CreateDbContextAsync();
        var team = new Team
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = Here.Id,
            Name = $"Team {Next()}",
        };
        db.Add(team);
        await db.SaveChangesAsync();
        return team.Id;
    }

    /// <summary>Somebody new in the team, signed in.</summary>
    public async Task<(Account Account, Browser Browser)> SomebodyIn(Guid team, Role role)
    {
        var account = await Account(null, team, role);
        var browser = Browser();
        await browser.SignIn(account.Id);
        return (account, browser);
    }

    /// <summary>A new account of the municipality.</summary>
    public Task<Account> Account(string? password, Role role) => Account(password, null, role);

    public async Task<Account> Account(string? password, Guid? team, Role role)
    {
        await using var scope = Services.CreateAsyncScope();
        var id = Guid.CreateVersion7();
        var account = new Account
        {
            Id = id,
            UserName = $"{id}@example.org",
            Email = $"{id}@example.org",
            DisplayName = "Prøve " + role,
            MunicipalityId = Here.Id,
            TeamId = team,
            Roles = RoleCodes.Of(role),
        };
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var made = password is null
            ? await accounts.CreateAsync(account)
            : await accounts.CreateAsync(account, password);
        Assert.True(made.Succeeded, string.Join(", ", made.Errors.Select(e => e.Code)));
        Get<Staff>().Forget(Here.Id);
        return account;
    }

    /// <summary>A trial: a draft, one that draws lots, or one that is over and may be looked at.</summary>
    public async Task<Guid> Trial(Place place, bool drawing = false, bool ended = false)
    {
        var plan = new TrialPlan(
            $"Forsøg {place.Number}",
            "Virker det?",
            "X.MENTOR",
            "Mentor",
            "Sædvanlig",
            ["6.3"],
            "FAR.ALL"
        )
        {
            Primary = OutcomeKind.PaidHours,
            Weeks = 13,
            People = 100,
            ExpectedUsual = 1,
            ExpectedTreatment = 4,
            Spread = 6,
            LegalBasis = "Prøve",
        };
        var followed = await Followed();
        using var then = DaysAgo(ended ? 300 : 0);
        var (trial, wrong) = await Get<PlanTrial>().Execute(Virker, null, plan, default);
        Assert.Empty(wrong);
        if (drawing)
            Assert.Empty(await Get<FreezeTrial>().Execute(Virker, trial, TrialPlan.Hash(plan.Write()), default));
        if (!ended)
        {
            // The first of a block is drawn: what the next draws writes one row.
            if (drawing)
                await Get<DrawLot>().Execute(Virker, trial, followed[0], isTold: true, default);
            return trial;
        }

        foreach (var citizen in followed)
        {
            var (_, problems) = await Get<DrawLot>().Execute(Virker, trial, citizen, isTold: true, default);
            Assert.Empty(problems);
        }

        Assert.Empty(await Get<CloseEnrolment>().Execute(Virker, trial, "Nok", default));
        return trial;
    }

    /// <summary>Practice has not been reviewed this quarter.</summary>
    public async Task ForgetReviews()
    {
        await using var db = await Get<MunicipalityStore<EffectsDbContext>>().OpenAsync(Here, default);
        await db.PracticeReviews.ExecuteDeleteAsync();
    }

    /// <summary>Where the editor decides on what was proposed last.</summary>
    public async Task<string> NewestProposal()
    {
        await using var db = await Get<IDbContextFactory<EvidenceDbContext>>().CreateDbContextAsync();
        return $"/proposals/{(await db.Proposals.FirstAsync(p => p.State == ProposalState.Waiting)).Id}";
    }

    /// <summary>Citizens who have been here so long that trials of old could follow them.</summary>
    private async Task<IReadOnlyList<Guid>> Followed()
    {
        using var then = DaysAgo(600);
        while (_followed.Count < 16)
        {
            var added = await Get<AddCitizen>()
                .Execute(
                    Virker,
                    new NewCitizen(
                        $"411370{Next():0000}",
                        new CitizenDetails("Fulgt", "Prøve"),
                        new DateOnly(1970, 1, 1),
                        "6.3",
                        Today.AddDays(-100)
                    ),
                    default
                );
            Assert.Empty(added.Problems);
            _followed.Add(added.Id!.Value);
        }

        return _followed;
    }

    /// <summary>How many rows each table holds, and how many lines the log has besides looks.</summary>
    public async Task<SortedDictionary<string, long>> Count()
    {
        var all = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (open, sql) in _counts)
        {
            await using var db = await open();
            var connection = db.Database.GetDbConnection();
            await db.Database.OpenConnectionAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                all[reader.GetString(0)] = reader.GetInt64(1);
        }

        return all;
    }

    /// <summary>What was written between two counts, by table.</summary>
    public static string Written(IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, long> after) =>
        string.Join(
            ", ",
            after.Where(a => before[a.Key] != a.Value).Select(a => $"{a.Key} {a.Value - before[a.Key]:+0;-0}")
        );

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, browser) in _people.Values)
            browser.Dispose();
        await _own.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task<IReadOnlyList<(Func<Task<DbContext>>, string)>> Tables()
    {
        Func<Task<DbContext>>[] open =
        [
            async () => await Casework(Here),
            async () => await Get<MunicipalityStore<EffectsDbContext>>().OpenAsync(Here, default),
            async () => await Get<IDbContextFactory<PlatformDbContext>>().CreateDbContextAsync(),
            async () => await Get<IDbContextFactory<EvidenceDbContext>>().CreateDbContextAsync(),
        ];
        List<(Func<Task<DbContext>>, string)> all = [];
        foreach (var (i, one) in open.Index())
        {
            await using var db = await one();
            var names = db
                .Model.GetEntityTypes()
                .Select(t => (Name: t.GetTableName()!, Full: t.GetSchemaQualifiedTableName()!))
                .Distinct()
                .Where(t => !Array.Exists(Aside, a => t.Name.StartsWith(a, StringComparison.Ordinal)))
                .Select(t =>
                    $"SELECT '{t.Name}', COUNT(*) FROM {string.Join('.', t.Full.Split('.').Select(p => $"\"{p}\""))}"
                )
                .ToList();
            if (i == 0)
                names.Add("SELECT 'the log', COUNT(*) FROM audit WHERE action NOT LIKE 'look.%'");
            all.Add((one, string.Join(" UNION ALL ", names)));
        }

        return all;
    }

    private sealed class FromEverywhere : IStartupFilter
    {
        private int _visits;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, go) =>
                    {
                        context.Connection.RemoteIpAddress = new(Interlocked.Increment(ref _visits));
                        return go(context);
                    }
                );
                next(app);
            };
    }

    /// <summary>The machine's clock; what a test does inside <see cref="DaysAgo"/>, it does in the past.</summary>
    private sealed class PastClock : TimeProvider, IDisposable
    {
        private readonly AsyncLocal<int> _days = new();

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(-_days.Value);

        public PastClock DaysAgo(int days)
        {
            _days.Value = days;
            return this;
        }

        public void Dispose() => _days.Value = 0;
    }
}
