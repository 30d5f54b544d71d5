using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Virker.Installation;
using Virker.Platform.Accounts;
using Virker.Platform.Audit;
using Virker.Platform.Municipalities;
using Virker.Platform.Protection;
using Virker.Platform.Storage;
using Virker.Tests;
using Virker.Web.Site;

namespace Virker.Web.Tests.Storage;

/// <summary>
/// From every schema there ever was, filled with rows, to today's, by the site's own start. A new migration and a new
/// room's context come along by themselves.
/// </summary>
public sealed class Migration_tests
{
    /// <summary>Every migration of every context: the database, the context's name, the migration.</summary>
    public static TheoryData<DatabaseProvider, string, string> Schemas =>
        [
            .. from provider in Enum.GetValues<DatabaseProvider>()
            from migration in Assembly.Load($"Virker.Migrations.{provider}").GetTypes()
            let id = migration.GetCustomAttribute<MigrationAttribute>()?.Id
            where id is not null
            orderby id
            select new TheoryDataRow<DatabaseProvider, string, string>(
                provider,
                migration.GetCustomAttribute<DbContextAttribute>()!.ContextType.Name,
                id
            ),
        ];

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Data_of_an_earlier_schema_is_there_after_the_start(
        DatabaseProvider provider,
        string changed,
        string migration
    )
    {
        var stop = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.On(provider);
        var installation = new Installation(database);
        List<(Type Context, FilledTables Rows)> before = [];
        await using (var services = installation.Services())
        {
            var real = await installation.RealRecords(services, stop);
            foreach (var type in ContextsOf(provider))
            {
                await using var context = installation.Open(services, type);
                string target = type.Name == changed ? migration : context.Database.GetMigrations().Last();
                await context.GetService<IMigrator>().MigrateAsync(target, stop);
                before.Add((type, await FilledTables.Fill(context, target, real, stop)));
            }
        }

        await using (var services = installation.Services())
        {
            await services.GetRequiredService<PreparePlatform>().Execute(stop);
            foreach (var (type, rows) in before)
            {
                await using var context = installation.Open(services, type);
                // The knowledge bank is brought up to date where it is loaded; the others have been.
                if (context is not MunicipalityDbContext and not PlatformDbContext)
                    await context.Database.MigrateAsync(stop);
                Assert.Empty(await context.Database.GetPendingMigrationsAsync(stop));
                await rows.AreStillIn(context, stop);
                EveryRowCanBeRead(context);
            }

            var verdict = await services.GetRequiredService<VerifyAudit>().Execute(installation.Here, stop);
            Assert.Null(verdict.BrokenAt);
            Assert.Equal(2, verdict.Lines);
        }

        await using var site = await VirkerSite.BuildAsync([
            .. installation.Settings.Select(s => $"--{s.Key}={s.Value}"),
        ]);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_migrations_lead_to_the_model(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.On(provider);
        var installation = new Installation(database);
        await using var services = installation.Services();
        foreach (var type in ContextsOf(provider))
        {
            await using var context = installation.Open(services, type);
            Assert.False(context.Database.HasPendingModelChanges(), $"{type.Name} needs a migration on {provider}");
        }
    }

    private static IEnumerable<Type> ContextsOf(DatabaseProvider provider) =>
        Assembly
            .Load($"Virker.Migrations.{provider}")
            .GetTypes()
            .Select(t => t.GetCustomAttribute<DbContextAttribute>()?.ContextType)
            .OfType<Type>()
            .Distinct();

    /// <summary>A column of enumerations filled with what is none, for instance, is found only here.</summary>
    private static void EveryRowCanBeRead(DbContext context)
    {
        foreach (var table in context.Model.GetEntityTypes().Where(t => !t.IsOwned()))
            _ = context.Rows(table).ToList();
    }

    /// <summary>The rows put into one context's tables.</summary>
    private sealed record FilledTables(SampleRows Samples, IReadOnlyDictionary<string, IReadOnlyList<Row>> Rows)
    {
        public static async Task<FilledTables> Fill(
            DbContext context,
            string migration,
            IReadOnlyDictionary<string, IReadOnlyList<Row>> real,
            CancellationToken stop
        )
        {
            var samples = new SampleRows(context, migration);
            var rows = new Dictionary<string, IReadOnlyList<Row>>(StringComparer.Ordinal);
            await context.Database.OpenConnectionAsync(stop);
            foreach (var table in samples.Tables)
            {
                foreach (
                    var row in real.GetValueOrDefault(table.Name) ?? [samples.Row(table, 1), samples.Row(table, 2)]
                )
                {
                    await samples.Add(context, table, row, stop);
                }
                rows[table.Name] = await samples.Read(context, table, stop);
            }

            return new FilledTables(samples, rows);
        }

        /// <summary>Every value that was there is there, in a column that still is; what was empty may be filled.</summary>
        public async Task AreStillIn(DbContext context, CancellationToken stop)
        {
            await context.Database.OpenConnectionAsync(stop);
            foreach (var table in Samples.Tables)
            {
                var now = await Samples.Read(context, table, stop);
                foreach (var row in Rows[table.Name])
                {
                    var values = row.Where(v => v.Value is not null).ToList();
                    Assert.True(
                        values.Count == 0
                            || now.Any(n => values.TrueForAll(v => Written(n[v.Key]) == Written(v.Value))),
                        $"{table.Name} has lost {string.Join(", ", values.Select(v => $"{v.Key}={Written(v.Value)}"))}"
                    );
                }
            }
        }

        private static string? Written(object? value) =>
            value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture);
    }

    /// <summary>One installation: its settings, and its contexts opened without asking which schema they have.</summary>
    private sealed class Installation(TestDatabase database)
    {
        /// <summary>As the full sample row of the catalogue has it.</summary>
        public Municipality Here { get; private set; } = Named(Guid.Empty, "nowhere");

        public Dictionary<string, string?> Settings { get; } =
            new()
            {
                ["Virker:Directory"] = database.Folder,
                ["Virker:Database:Provider"] = database.Options.Provider.ToString(),
                ["Virker:Database:ConnectionString"] = database.Options.ConnectionString,
                ["Virker:Demo"] = "false",
            };

        public ServiceProvider Services()
        {
            MasterKey.Make(Path.Combine(database.Folder, "master.key"));
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
            return new ServiceCollection()
                .AddLogging()
                .AddSingleton(TimeProvider.System)
                .AddRooms(configuration)
                .BuildServiceProvider();
        }

        public DbContext Open(IServiceProvider services, Type type)
        {
            if (!type.IsSubclassOf(typeof(MunicipalityDbContext)))
            {
                object factory = services.GetRequiredService(typeof(IDbContextFactory<>).MakeGenericType(type));
                return (DbContext)
                    factory.GetType().GetMethod(nameof(IDbContextFactory<>.CreateDbContext))!.Invoke(factory, null)!;
            }

            var options = (DbContextOptionsBuilder)
                Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
            options.UseVirker(MunicipalityDatabases.Of(database.Options, Here), MunicipalityDatabases.Schema(Here));
            return (DbContext)Activator.CreateInstance(type, options.Options)!;
        }

        /// <summary>Keys the master key opens and a log whose chain is whole cannot be made up: they are taken from
        /// another database of a municipality with the same id.</summary>
        public async Task<IReadOnlyDictionary<string, IReadOnlyList<Row>>> RealRecords(
            IServiceProvider services,
            CancellationToken stop
        )
        {
            await using var platform = Open(services, typeof(PlatformDbContext));
            var catalogue = new SampleRows(platform, platform.Database.GetMigrations().Last());
            var row = catalogue.Row(catalogue.Tables.Single(t => t.Name == "municipalities"), 1);
            Here = Named((Guid)row["id"]!, "source");
            await services.GetRequiredService<PrepareMunicipality>().Execute(Here, stop);
            await Look(services, Here);
            await Look(services, Here);
            await using var records = Open(services, typeof(RecordsDbContext));
            await records.Database.OpenConnectionAsync(stop);
            var tables = new SampleRows(records, records.Database.GetMigrations().Last());
            var real = new Dictionary<string, IReadOnlyList<Row>>(StringComparer.Ordinal);
            foreach (var table in tables.Tables)
                real[table.Name] = await tables.Read(records, table, stop);
            Here = Named(Here.Id, (string)row["code"]!);
            await CreateEmpty(stop);
            return real;
        }

        private async Task CreateEmpty(CancellationToken stop)
        {
            if (database.Options.Provider == DatabaseProvider.Sqlite)
                return;
            await using var connection = new Npgsql.NpgsqlConnection(database.Options.ConnectionString);
            await connection.OpenAsync(stop);
            await using var command = connection.CreateCommand();
            command.CommandText = $"CREATE SCHEMA {MunicipalityDatabases.Schema(Here)}";
            await command.ExecuteNonQueryAsync(stop);
        }

        private static Task Look(IServiceProvider services, Municipality at) =>
            services
                .GetRequiredService<LookupLog>()
                .Looked(
                    new Worker(Guid.CreateVersion7(), "Anna Prøve", at, new HashSet<Role>()),
                    "look.citizen",
                    [Guid.CreateVersion7()],
                    "prøve"
                );

        private static Municipality Named(Guid id, string code) =>
            new()
            {
                Id = id,
                Code = code,
                Name = code,
                IsMadeUp = true,
            };
    }
}
