using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Virker.Casework.Citizens;
using Virker.Casework.Night;
using Virker.Casework.Storage;
using Virker.Demo;
using Virker.Demo.Lives;
using Virker.Installation;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Bench.Load;

/// <summary>Where a made-up municipality of many citizens is kept: a folder, and for PostgreSQL a database.</summary>
internal sealed record Town(DatabaseProvider Provider, string Folder)
{
    public const string Database = "virker_load";

    private string Known => Path.Combine(Folder, "made.json");

    /// <summary>The settings that reach it, as the site's arguments.</summary>
    public string[] Settings =>
        Provider == DatabaseProvider.Sqlite
            ? [$"--Virker:Directory={Folder}"]
            :
            [
                $"--Virker:Directory={Folder}",
                "--Virker:Database:Provider=Postgres",
                $"--Virker:Database:ConnectionString={Connection}",
            ];

    private static string Connection =>
        new NpgsqlConnectionStringBuilder(PostgresServer.Connection)
        {
            Database = Database,
            MaxPoolSize = 50,
        }.ConnectionString;

    /// <summary>The rooms as both doors register them, on this municipality's database.</summary>
    public ServiceProvider Open(TimeProvider? clock = null) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddRooms(new ConfigurationBuilder().AddCommandLine(Settings).Build())
            .BuildServiceProvider();

    /// <summary>What it took to make it today; in a process of its own, for the peak of its memory.</summary>
    public async Task<Made> MadeTodayAsync(int citizens)
    {
        if (
            File.Exists(Known)
            && JsonSerializer.Deserialize<Made>(await File.ReadAllTextAsync(Known)) is { } made
            && made.Citizens == citizens
            && made.On == TimeProvider.System.Today()
        )
        {
            return made;
        }
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        if (Provider == DatabaseProvider.Postgres)
        {
            await PostgresServer.RunAsync($"DROP DATABASE IF EXISTS {Database} WITH (FORCE)");
            await PostgresServer.RunAsync($"CREATE DATABASE {Database}");
        }

        await Programs.OutputAsync(
            "load-make",
            Provider.ToString(),
            Folder,
            citizens.ToString(CultureInfo.InvariantCulture)
        );
        return JsonSerializer.Deserialize<Made>(await File.ReadAllTextAsync(Known))!;
    }

    /// <summary>Makes the municipality as <c>demo create</c> does.</summary>
    public async Task<int> MakeAsync(int citizens)
    {
        var clock = Stopwatch.StartNew();
        await using (var services = Open())
        {
            await services.OpenInstallationAsync();
            await services
                .GetRequiredService<CreateDemo>()
                .Execute(new DemoSettings(citizens, 1), replace: false, null, default);
        }

        using var self = Process.GetCurrentProcess();
        var made = new Made(citizens, TimeProvider.System.Today(), clock.Elapsed.TotalSeconds, self.PeakWorkingSet64);
        await File.WriteAllTextAsync(Known, JsonSerializer.Serialize(made));
        return 0;
    }

    /// <summary>The tasks of the night after a week without one; in a process of its own.</summary>
    public async Task<Night> NightAsync()
    {
        await Programs.OutputAsync("load-night", Provider.ToString(), Folder);
        return JsonSerializer.Deserialize<Night>(await File.ReadAllTextAsync(Path.Combine(Folder, "night.json")))!;
    }

    /// <summary>Makes the tasks twice: the second time there is nothing to do.</summary>
    public async Task<int> MakeTasksAsync()
    {
        await using var services = Open(new InAWeek());
        var municipality = await MunicipalityOf(services);
        var tasks = services.GetRequiredService<MakeTasks>();
        var clock = Stopwatch.StartNew();
        var first = await tasks.Execute(municipality, default);
        double seconds = clock.Elapsed.TotalSeconds;
        clock.Restart();
        await tasks.Execute(municipality, default);
        using var self = Process.GetCurrentProcess();
        var night = new Night(seconds, first.Made, first.Settled, clock.Elapsed.TotalSeconds, self.PeakWorkingSet64);
        await File.WriteAllTextAsync(Path.Combine(Folder, "night.json"), JsonSerializer.Serialize(night));
        return 0;
    }

    /// <summary>Caseworkers with the citizens each is primary contact of.</summary>
    public async Task<IReadOnlyList<Desk>> DesksAsync(int count)
    {
        await using var services = Open();
        var municipality = await MunicipalityOf(services);
        var staff = await services.GetRequiredService<Staff>().Of(municipality.Id);
        var workers = staff.Where(m => m.IsActive && m.Roles.Contains(Role.Caseworker)).Take(count).ToList();
        await using var db = await services
            .GetRequiredService<MunicipalityStore<CaseworkDbContext>>()
            .OpenAsync(municipality, default);
        var desks = new List<Desk>();
        foreach (var worker in workers)
        {
            var citizens = await db
                .Citizens.AsNoTracking()
                .Where(c => c.PrimaryContactId == worker.Id && c.ClosedOn == null)
                .ToListAsync();
            desks.Add(new Desk(worker.Id, [.. citizens.Select(c => Of(c, db))]));
        }

        return desks;
    }

    private static Person Of(Citizen citizen, CaseworkDbContext db) =>
        new(citizen.Id, citizen.FirstNames, citizen.LastName, db.Vault.Open(citizen.Cpr, citizen.Id, "cpr"));

    public static async Task<Municipality> MunicipalityOf(ServiceProvider services) =>
        await services.GetRequiredService<MunicipalityCatalogue>().Find(DemoSettings.DefaultCode)
        ?? throw new InvalidOperationException("There is no made-up municipality.");

    private sealed class InAWeek : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(7);
    }
}

/// <summary>What it took to make a municipality; the peak is the process's resident memory in bytes.</summary>
internal sealed record Made(int Citizens, DateOnly On, double Seconds, long Peak);

/// <summary>What a night's tasks took, and again with nothing left to do.</summary>
internal sealed record Night(double Seconds, int Made, int Settled, double AgainSeconds, long Peak);

internal sealed record Desk(Guid Worker, IReadOnlyList<Person> Citizens);

internal sealed record Person(Guid Id, string FirstNames, string LastName, string Cpr);
