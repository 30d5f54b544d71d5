using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Virker.Statistics.Diagnostics;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Bench;

/// <summary>Our meta-analysis beside metafor's, on the same data in one run.</summary>
internal static class StatisticsBench
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(string file)
    {
        var folder = Directory.CreateTempSubdirectory("virker-bench-");
        var data = new Dictionary<int, Effect[]>();
        foreach (int k in new[] { 30, 1000, 10_000, 300_000 })
        {
            data[k] = MadeUp(k);
            await File.WriteAllLinesAsync(
                Path.Combine(folder.FullName, $"k{k}.csv"),
                data[k]
                    .Select(effect =>
                        string.Create(CultureInfo.InvariantCulture, $"{effect.Estimate:R},{effect.Variance:R}")
                    )
                    .Prepend("yi,vi")
            );
        }

        var ours = new Dictionary<string, double>
        {
            ["reml30"] = Seconds(() => RandomEffects.Fit(data[30]), 2000),
            ["reml1000"] = Seconds(() => RandomEffects.Fit(data[1000]), 200),
            ["reml10000"] = Seconds(() => RandomEffects.Fit(data[10_000]), 20),
            ["influence30"] = Seconds(() => Influence.Of(data[30]), 200),
            ["influence1000"] = Seconds(() => Influence.Of(data[1000]), 5),
            ["many"] = Seconds(
                () =>
                {
                    for (int i = 0; i < 10_000; i++)
                        RandomEffects.Fit(new ArraySegment<Effect>(data[300_000], i * 30, 30));
                },
                1
            ),
        };
        var r = JsonNode.Parse(await Rscript(Timeout.InfiniteTimeSpan, folder.FullName) ?? "{}")!.AsObject();
        r["reml10000"] = JsonNode.Parse(
            await Rscript(Patience, folder.FullName, "large") ?? """{"seconds": null, "estimate": null}"""
        );
        await File.WriteAllTextAsync(file, Report(JsonSerializer.SerializeToElement(r), ours, data));
        folder.Delete(recursive: true);
        return 0;
    }

    private static string Report(JsonElement r, Dictionary<string, double> ours, Dictionary<int, Effect[]> data)
    {
        var text = new StringBuilder();
        text.AppendLine("## Meta-analysis beside metafor").AppendLine();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"`dotnet run -c Release --project bench/Virker.Bench -- statistics FILE`, {r.GetProperty("r").GetString()}, metafor {r.GetProperty("metafor").GetString()}, one run on one machine. Ratios hold better than seconds."
        );
        text.AppendLine().AppendLine("| Task | Virker | metafor | ratio |").AppendLine("|---|---|---|---|");
        foreach (var (key, label) in Tasks)
        {
            var theirs = r.GetProperty(key).GetProperty("seconds");
            string peer = theirs.ValueKind == JsonValueKind.Number ? Time(theirs.GetDouble()) : "not done in 5 minutes";
            string ratio =
                theirs.ValueKind == JsonValueKind.Number
                    ? (theirs.GetDouble() / ours[key]).ToString("N0", CultureInfo.InvariantCulture)
                    : "> " + (300 / ours[key]).ToString("N0", CultureInfo.InvariantCulture);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {label} | {Time(ours[key])} | {peer} | {ratio} |");
        }

        text.AppendLine()
            .AppendLine("Largest relative difference between the two, of estimate, standard error and τ²:")
            .AppendLine();
        foreach (int k in new[] { 30, 1000, 10_000 })
        {
            var theirs = r.GetProperty($"reml{k}");
            if (theirs.GetProperty("estimate").ValueKind != JsonValueKind.Number)
                continue;

            var fit = RandomEffects.Fit(data[k]);
            double difference = new[]
            {
                Relative(fit.Estimate, theirs.GetProperty("estimate").GetDouble()),
                Relative(fit.StandardError, theirs.GetProperty("se").GetDouble()),
                Relative(fit.Tau2, theirs.GetProperty("tau2").GetDouble()),
            }.Max();
            text.AppendLine(CultureInfo.InvariantCulture, $"- k = {k}: {difference:0.0e+0}");
        }

        return text.ToString();
    }

    private static readonly (string Key, string Label)[] Tasks =
    [
        ("reml30", "REML, k = 30"),
        ("reml1000", "REML, k = 1,000"),
        ("reml10000", "REML, k = 10,000"),
        ("influence30", "Influence of every study, k = 30"),
        ("influence1000", "Influence of every study, k = 1,000 (metafor: 3 deletions timed, times 1,000/3)"),
        ("many", "10,000 fits of k = 30 (metafor: 1,000 timed, times 10)"),
    ];

    /// <summary>Studies of a made-up field: true effect 0.3, τ² 0.04, variances from 0.01 to 0.2.</summary>
    private static Effect[] MadeUp(int k)
    {
        // The seed is fixed so that both programs, and every run, see the same studies.
        var random = new Random(20251001);
        double Gauss() =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var effects = new Effect[k];
        for (int i = 0; i < k; i++)
        {
            double variance = 0.01 + (0.19 * random.NextDouble());
            effects[i] = new Effect(0.3 + (Math.Sqrt(0.04 + variance) * Gauss()), variance);
        }

        return effects;
    }

    private static double Seconds(Action work, int runs)
    {
        // The compiler needs to see the work often before it gives its best code.
        long warm = Stopwatch.GetTimestamp();
        do
        {
            work();
        } while (Stopwatch.GetElapsedTime(warm).TotalSeconds < 1);

        double[] times = new double[Math.Max(3, Math.Min(runs, 15))];
        int each = Math.Max(1, runs / times.Length);
        for (int i = 0; i < times.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int j = 0; j < each; j++)
                work();

            times[i] = Stopwatch.GetElapsedTime(start).TotalSeconds / each;
        }

        Array.Sort(times);
        return times[times.Length / 2];
    }

    private static double Relative(double a, double b) => Math.Abs(a - b) / Math.Max(Math.Abs(b), 1e-300);

    private static string Time(double seconds) =>
        seconds switch
        {
            >= 1 => seconds.ToString("N1", CultureInfo.InvariantCulture) + " s",
            >= 1e-3 => (seconds * 1e3).ToString("N2", CultureInfo.InvariantCulture) + " ms",
            _ => (seconds * 1e6).ToString("N1", CultureInfo.InvariantCulture) + " µs",
        };

    /// <returns>Null when R was still busy after <paramref name="patience"/> and was ended.</returns>
    private static async Task<string?> Rscript(TimeSpan patience, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "Rscript",
            [Path.Combine(AppContext.BaseDirectory, "statistics.R"), .. arguments]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("Rscript did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }

        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException("Rscript failed: its message stands above.");
    }
}
