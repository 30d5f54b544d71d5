using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Virker.Statistics.Regression;
using Virker.Statistics.Survival;

namespace Virker.Bench;

/// <summary>Our survival beside R's at a million rows, on the same data in one run.</summary>
internal static class SurvivalBench
{
    private const int Count = 1_000_000;

    public static async Task<int> RunAsync(string file)
    {
        var folder = Directory.CreateTempSubdirectory("virker-bench-");
        var ours = new Dictionary<string, (double Seconds, double[] Value)>();
        foreach (var name in new[] { "days", "weeks" })
        {
            var (times, events, columns) = MadeUp(name == "weeks");
            await WriteAsync(Path.Combine(folder.FullName, name), times, events, columns);
            Predictor[] predictors = [.. columns.Select((values, j) => new Predictor($"{(char)('a' + j)}", values))];
            ours[$"km_{name}"] = Stopwatched.Fastest<double[]>(() => [KaplanMeier.Fit(times, events).Survival[^1]]);
            ours[$"cox_{name}"] = Stopwatched.Fastest<double[]>(() =>
                [.. CoxRegression.Fit(times, events, predictors).Estimates]
            );
        }
        var start = new ProcessStartInfo(
            "Rscript",
            [Path.Combine(AppContext.BaseDirectory, "survival.R"), folder.FullName]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("Rscript did not start.");
        using var r = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        folder.Delete(recursive: true);
        await File.WriteAllTextAsync(file, Report(r.RootElement, ours));
        return 0;
    }

    private static string Report(JsonElement r, Dictionary<string, (double Seconds, double[] Value)> ours)
    {
        var text = new StringBuilder();
        text.AppendLine("## Survival at 1,000,000 rows beside survival").AppendLine();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"`dotnet run -c Release --project bench/Virker.Bench -- survival FILE`, {r.GetProperty("r").GetString()}, survival {r.GetProperty("survival").GetString()}, the fastest of ten in one run. Virker's time is from unsorted columns to the fit; *formula* is what an R user calls (`survfit`, `coxph`, which also finds concordance and residuals), *fit* the function under it that sorts and calls the compiled code (`survfitKM`, `coxph.fit`). Cox has three predictors and Efron's ties. Days are continuous, weeks heavily tied."
        );
        text.AppendLine()
            .AppendLine("| Task | Virker | formula | ratio | fit | ratio | largest relative difference |")
            .AppendLine("|---|---|---|---|---|---|---|");
        foreach (var (key, (seconds, value)) in ours)
        {
            var theirs = r.GetProperty(key);
            var (formula, compiled) = (
                theirs.GetProperty("formula").GetDouble(),
                theirs.GetProperty("compiled").GetDouble()
            );
            var expected = theirs.GetProperty("value");
            double[] stored =
                expected.ValueKind == JsonValueKind.Array
                    ? [.. expected.EnumerateArray().Select(v => v.GetDouble())]
                    : [expected.GetDouble()];
            var apart = stored.Zip(value, (a, b) => Math.Abs(a - b) / Math.Abs(a)).Max();
            var label =
                (key.StartsWith("km", StringComparison.Ordinal) ? "Kaplan–Meier, " : "Cox, ") + key.Split('_')[1];
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {label} | {seconds:0.00} s | {formula:0.00} s | {formula / seconds:0.0} | {compiled:0.00} s | {compiled / seconds:0.0} | {apart:0.0e+0} |"
            );
        }
        return text.ToString();
    }

    private static (double[] Times, bool[] Events, double[][] Columns) MadeUp(bool weeks)
    {
        var random = new Random(20261123);
        var (times, events) = (new double[Count], new bool[Count]);
        double[][] columns = [new double[Count], new double[Count], new double[Count]];
        for (var i = 0; i < Count; i++)
        {
            columns[0][i] = random.Next(2);
            columns[1][i] = random.Next(18, 65);
            columns[2][i] =
                Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var rate = Math.Exp(0.3 * columns[0][i] - 0.02 * columns[1][i] + 0.1 * columns[2][i]);
            var (event1, censored) = (-400 * Math.Log(1 - random.NextDouble()) / rate, 1000 * random.NextDouble());
            events[i] = event1 <= censored;
            times[i] = Math.Min(event1, censored);
            if (weeks)
                times[i] = Math.Ceiling(times[i] / 7);
        }
        return (times, events, columns);
    }

    private static async Task WriteAsync(string path, double[] times, bool[] events, double[][] columns)
    {
        var all = new double[5 * Count];
        for (var i = 0; i < Count; i++)
        {
            (all[5 * i], all[5 * i + 1]) = (times[i], events[i] ? 1 : 0);
            for (var j = 0; j < 3; j++)
                all[5 * i + 2 + j] = columns[j][i];
        }
        await File.WriteAllBytesAsync(path, MemoryMarshal.AsBytes(all.AsSpan()).ToArray());
    }
}
