using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;
using Virker.Web.Site;

namespace Virker.Bench.Kill;

/// <summary>
/// Kills the running site with SIGKILL in the middle of its writing, again and again, and looks after each restart
/// whether everything it acknowledged is there, whether anything is there by half, and whether the log's chain is whole.
/// On PostgreSQL every fourth round takes the whole database server with it.
/// </summary>
internal static class KillBench
{
    private const int ServerEvery = 4;

    /// <summary>Writes before the clock of the kill runs: by then every use case has been compiled.</summary>
    private const int WarmUp = 20;

    /// <summary>Far beyond the limit of five seconds: a start this slow is not measured but given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Measures one database, or both where none is named. Ends with 0 when nothing was lost.</summary>
    public static async Task<int> RunAsync(string file, int rounds, DatabaseProvider? only)
    {
        var text = new StringBuilder("## Killed under load\n\n");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"`dotnet run -c Release --project bench/Virker.Bench -- kill FILE {rounds}`: the whole site runs as a process of its own with {KillChild.Writers} workers who register citizens, start placements and report paid hours without pause, and say each write when it is answered. 50–500 ms after the first {WarmUp} of them, `kill -9`; then start again at once. On PostgreSQL, with `fsync` on, every fourth kill takes the database server and all its processes first. Restart is from the new process (or the database server, where that was killed) to the first answered write, every municipality's migrations and the shipped knowledge bank looked through. After each restart every write ever answered is looked for, rows are held against their lines in the log, and the whole chain is verified."
        );
        text.AppendLine()
            .AppendLine(
                "| Database | kills | of them the server too | answered writes | lost | by half | lines in the log | chain | restart, median | slowest |"
            )
            .AppendLine("|---|---|---|---|---|---|---|---|---|---|");
        bool held = true;
        foreach (var provider in Enum.GetValues<DatabaseProvider>().Where(p => p == (only ?? p)))
        {
            var outcome = await MeasureAsync(provider, rounds);
            Console.WriteLine(JsonSerializer.Serialize(outcome, JsonSerializerOptions.Web));
            held &= outcome is { Lost: 0, ByHalf.Count: 0, ChainBrokenAt: null };
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {provider} | {outcome.Kills} | {outcome.ServerKills} | {outcome.Acknowledged:N0} | {outcome.Lost} | {outcome.ByHalf.Count} | {outcome.LogLines:N0} | {(outcome.ChainBrokenAt is { } line ? $"broken at {line}" : "whole")} | {outcome.RestartMedian:0.0} s | {outcome.RestartSlowest:0.0} s |"
            );
        }

        await File.WriteAllTextAsync(file, text.ToString());
        return held ? 0 : 1;
    }

    private static async Task<Outcome> MeasureAsync(DatabaseProvider provider, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("virker-kill-");
        await using var server = provider == DatabaseProvider.Postgres ? await OwnPostgres.StartAsync() : null;
        try
        {
            string[] settings = Settings(provider, server?.ConnectionString ?? "", folder.FullName);
            // Built and never run: it makes the municipality, and reads what the killed ones left.
            await using var reader = await VirkerSite.BuildAsync(settings);
            var here = await reader
                .Services.GetRequiredService<MunicipalityCatalogue>()
                .Add(KillChild.Municipality, "Bench", madeUp: true);
            var acknowledged = new HashSet<string>(StringComparer.Ordinal);
            List<double> restarts = [];
            int serverKills = 0;
            var found = new Found(new HashSet<string>(), [], 0, null);
            LetGo();
            for (int round = 0; round <= rounds; round++)
            {
                var clock = Stopwatch.StartNew();
                if (server is { IsDown: true })
                    await server.StartAgainAsync();
                using var child = Start(settings);
                var errors = child.StandardError.ReadToEndAsync();
                try
                {
                    acknowledged.Add(await SaidAsync(child, errors));
                    if (round > 0)
                        restarts.Add(clock.Elapsed.TotalSeconds);
                    found = await Found.ReadAsync(reader.Services, here);
                    LetGo();
                    if (found.Misses(acknowledged) || round == rounds)
                        break;
                    await child.StandardInput.WriteLineAsync("go");
                    for (int i = 0; i < WarmUp; i++)
                        acknowledged.Add(await SaidAsync(child, errors));
                    var rest = child.StandardOutput.ReadToEndAsync();
                    await Task.Delay(RandomNumberGenerator.GetInt32(50, 501));
                    // The server first, so that it dies with transactions half way through it.
                    var gone = Task.CompletedTask;
                    if (server is not null && round % ServerEvery == ServerEvery - 1)
                    {
                        gone = server.KillAsync();
                        serverKills++;
                    }

                    child.Kill();
                    acknowledged.UnionWith(KillChild.Acknowledged(await rest));
                    await gone;
                }
                finally
                {
                    child.Kill();
                    await child.WaitForExitAsync();
                }

                await Console.Error.WriteAsync($"\r{provider} {round + 1}/{rounds}: {acknowledged.Count} answered ");
            }

            await Console.Error.WriteLineAsync();
            restarts.Sort();
            return new Outcome(
                provider.ToString(),
                restarts.Count,
                serverKills,
                acknowledged.Count,
                acknowledged.Count(a => !found.Rows.Contains(a)),
                found.ByHalf,
                found.LogLines,
                found.ChainBrokenAt,
                restarts[restarts.Count / 2],
                restarts[^1]
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The reader lets go of the database, so that the site is alone with it when it is killed and is the one
    /// that must mend it at the next start.</summary>
    private static void LetGo()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }

    private static string[] Settings(DatabaseProvider provider, string connection, string folder) =>
        [
            "--urls=http://127.0.0.1:0",
            $"--Virker:Directory={folder}",
            $"--Virker:Database:Provider={provider}",
            $"--Virker:Database:ConnectionString={connection}",
            "--Logging:LogLevel:Default=Warning",
        ];

    private static Process Start(string[] settings) =>
        Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, ["kill-child", .. settings])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        ) ?? throw new InvalidOperationException("The site did not start.");

    /// <summary>The next answered write.</summary>
    private static async Task<string> SaidAsync(Process child, Task<string> errors)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await child.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            foreach (string id in KillChild.Acknowledged(line + "\n"))
                return id;
        }

        throw new InvalidOperationException($"The site ended by itself: {await errors}");
    }

    /// <summary>What was found after the last kill. Restarts are in seconds.</summary>
    private sealed record Outcome(
        string Database,
        int Kills,
        int ServerKills,
        int Acknowledged,
        int Lost,
        IReadOnlyList<string> ByHalf,
        long LogLines,
        long? ChainBrokenAt,
        double RestartMedian,
        double RestartSlowest
    );
}
