using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;
using Virker.Casework;
using Virker.Casework.Citizens;
using Virker.Casework.PaidHours.Import;
using Virker.Casework.Storage;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Protection;
using Virker.Platform.Storage;

namespace Virker.Bench;

/// <summary>Reads a file of one million rows from the income register into a municipality of 50,000 citizens, each
/// reading in a process of its own, so that its peak memory is its own.</summary>
internal static class HoursBench
{
    private const int Citizens = 50_000;
    private const int Months = 20;
    private const string Head = "cpr;cvr;month;hours;wage;estimated\n";
    private static readonly DateOnly FirstMonth = new(2025, 1, 1);

    private static readonly Municipality Here = new()
    {
        Id = new Guid("01930000-0000-7000-8000-000000000001"),
        Code = "bench",
        Name = "Bench",
        IsMadeUp = true,
    };

    private static readonly Worker By = new(Here.Id, "Bench", Here, new HashSet<Role> { Role.Administrator });

    public static async Task<int> RunAsync(string file)
    {
        var text = new StringBuilder("## One million rows of paid hours\n\n");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"`dotnet run -c Release --project bench/Virker.Bench -- hours FILE`: {Citizens:N0} citizens, {Citizens * Months:N0} rows ({Months} months), milestones computed, every reading in a process of its own. Peak is the largest resident memory of the process (for PostgreSQL without the server's); an import that finds nothing to do, of one row, shows the floor. PostgreSQL is the one `VIRKER_TEST_POSTGRES` names."
        );
        text.AppendLine()
            .AppendLine("| Database | File | seconds | rows/s | peak MB | report |")
            .AppendLine("|---|---|---|---|---|---|");
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            string? server = PostgresServer.Connection;
            if (provider == DatabaseProvider.Postgres && string.IsNullOrEmpty(server))
            {
                text.AppendLine("| Postgres | not measured: VIRKER_TEST_POSTGRES is not set | | | | |");
                continue;
            }

            await MeasureAsync(provider, server, text);
        }

        await File.WriteAllTextAsync(file, text.ToString());
        return 0;
    }

    /// <summary>Makes the municipality and the files.</summary>
    public static async Task<int> PrepareAsync(string provider, string connection, string folder)
    {
        await using var services = Services(provider, connection, folder);
        await services.GetRequiredService<PrepareMunicipality>().Execute(Here, default);
        await using (
            var db = await services.GetRequiredService<MunicipalityStore<CaseworkDbContext>>().OpenAsync(Here, default)
        )
        {
            await db.SaveAsync(By, "bench", [], null, save => AddCitizens(db, save), default);
        }

        await using var whole = File.CreateText(Path.Combine(folder, "million.csv"));
        await using var broken = File.CreateText(Path.Combine(folder, "broken.csv"));
        await File.WriteAllTextAsync(Path.Combine(folder, "one.csv"), Head + Row(0, 0));
        await whole.WriteAsync(Head);
        await broken.WriteAsync(Head);
        for (int i = 0; i < Citizens * Months; i++)
        {
            string row = Row(i % Citizens, i / Citizens);
            await whole.WriteAsync(row);
            await broken.WriteAsync(i == Citizens * Months / 2 ? row.Replace(';', ',') : row);
        }

        return 0;
    }

    /// <summary>One reading; what it took goes to standard output as JSON.</summary>
    public static async Task<int> ImportAsync(string provider, string connection, string folder, string file)
    {
        await using var services = Services(provider, connection, folder);
        await using var stream = File.OpenRead(Path.Combine(folder, file));
        var clock = Stopwatch.StartNew();
        var report = await services.GetRequiredService<ImportHours>().Execute(By, stream, file, null, default);
        double seconds = clock.Elapsed.TotalSeconds;
        using var self = Process.GetCurrentProcess();
        string said =
            report.ErrorCount == 0
                ? $"{report.Added:N0} added, {report.Changed:N0} changed, {report.Unchanged:N0} unchanged, {report.Milestones:N0} milestones, {report.Tasks:N0} tasks"
                : $"{report.ErrorCount} error, row {report.Errors[0].Row:N0}; nothing stored";
        Console.WriteLine(JsonSerializer.Serialize(new Reading(report.Rows, seconds, self.PeakWorkingSet64, said)));
        return 0;
    }

    private static async Task MeasureAsync(DatabaseProvider provider, string? server, StringBuilder text)
    {
        var folder = Directory.CreateTempSubdirectory("virker-bench-");
        string name = $"virker_bench_{Guid.CreateVersion7():n}";
        string connection =
            provider == DatabaseProvider.Sqlite
                ? Path.Combine(folder.FullName, "shared.db")
                : new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        if (provider == DatabaseProvider.Postgres)
            await PostgresServer.RunAsync($"CREATE DATABASE {name}");
        try
        {
            await Self("hours-prepare", provider.ToString(), connection, folder.FullName);
            foreach (
                var (file, what) in new[]
                {
                    ("broken.csv", "a bad row in the middle"),
                    ("million.csv", "the first time"),
                    ("million.csv", "the second time"),
                    ("one.csv", "one row"),
                }
            )
            {
                var reading = JsonSerializer.Deserialize<Reading>(
                    await Self("hours-import", provider.ToString(), connection, folder.FullName, file)
                )!;
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| {provider} | {what} | {reading.Seconds:0.0} | {reading.Rows / reading.Seconds:N0} | {reading.Peak / 1e6:0} | {reading.Said} |"
                );
                Console.Error.WriteLine($"{provider} {what}: {reading.Seconds:0.0} s");
            }
        }
        finally
        {
            if (provider == DatabaseProvider.Postgres)
                await PostgresServer.RunAsync($"DROP DATABASE {name} WITH (FORCE)");
            folder.Delete(recursive: true);
        }
    }

    private static async Task AddCitizens(CaseworkDbContext db, Func<Task> save)
    {
        for (int i = 0; i < Citizens; i++)
        {
            var id = Guid.CreateVersion7();
            db.Add(
                new Citizen
                {
                    Id = id,
                    Cpr = db.Vault.Seal(Cpr(i), id, "cpr"),
                    CprIndex = db.Vault.BlindIndex(Cpr(i)),
                    FirstNames = "Bench",
                    LastName = "Opdigtet",
                    BornOn = new DateOnly(1980, 1, 1),
                    PrimaryContactId = By.Id,
                }
            );
            if (i % 1000 == 999)
            {
                await save();
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>A number nobody can have: day 32 to 81.</summary>
    private static string Cpr(int i) =>
        string.Create(CultureInfo.InvariantCulture, $"{32 + (i / 10_000)}0180{i % 10_000:0000}");

    private static string Row(int citizen, int month) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Cpr(citizen)};{10_000_000 + (citizen % 2000)};{FirstMonth.AddMonths(month):yyyy-MM};{(citizen + month) % 160},{month:00};{(citizen % 9000) + 1000},50;{(citizen % 10 == 0 ? "ja" : "nej")}\n"
        );

    private static ServiceProvider Services(string provider, string connection, string folder)
    {
        string key = Path.Combine(folder, "master.key");
        MasterKey.Make(key);
        return new ServiceCollection()
            .AddLogging()
            .AddMunicipalityDatabases(
                new DatabaseOptions(Enum.Parse<DatabaseProvider>(provider), connection),
                MasterKey.FromFile(key)
            )
            .AddCasework()
            .BuildServiceProvider();
    }

    private static async Task<string> Self(params string[] arguments)
    {
        using var process =
            Process.Start(
                new ProcessStartInfo(Environment.ProcessPath!, arguments)
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            ) ?? throw new InvalidOperationException("The measurement did not start.");
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}.");
    }

    private sealed record Reading(int Rows, double Seconds, long Peak, string Said);
}
