using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Virker.Statistics.Distributions;
using Virker.Statistics.Randomness;
using Virker.Statistics.Regression;
using Virker.Statistics.Trials;

namespace Virker.Bench;

/// <summary>Our trials beside R's at full size, on the same data in one run.</summary>
internal static class TrialsBench
{
    private const int Rows = 100_000;
    private const int Clusters = 500;
    private const int People = 5_000;
    private const int Draws = 10_000;
    private const int Trials = 1_000;

    public static async Task<int> RunAsync(string file)
    {
        var folder = Directory.CreateTempSubdirectory("virker-bench-");
        var source = new SeededSource(20261123);
        int[] cluster = [.. Enumerable.Range(0, Rows).Select(_ => source.Below(Clusters))];
        double[] luck = [.. Enumerable.Range(0, Clusters).Select(_ => Gauss(source))];
        double[] arm = [.. cluster.Select(c => c % 2 == 0 ? 1.0 : 0)];
        double[] covariate = [.. cluster.Select(_ => Gauss(source))];
        double[] outcome =
        [
            .. cluster.Select((c, i) => luck[c] + 0.2 * arm[i] + 0.5 * covariate[i] + 3 * Gauss(source)),
        ];
        bool[] treated = [.. Enumerable.Range(0, People).Select(i => i % 2 == 0)];
        double[] hours = [.. treated.Select(t => 10 + (t ? 0.3 : 0) + 5 * Gauss(source))];
        Write("cr2", [.. outcome, .. arm, .. covariate, .. cluster.Select(c => (double)c)]);
        Write("lots", [.. hours, .. treated.Select(t => t ? 1.0 : 0)]);

        string[] names = [.. cluster.Select(c => $"{c}")];
        var ours = new Dictionary<string, (string Label, double Seconds, double Value)>
        {
            ["cr2"] = Timed(
                "CR2 with Satterthwaite, 100,000 rows in 500 clusters",
                () =>
                    LinearRegression
                        .Fit(outcome, [new("treatment", arm), new("covariate", covariate)])
                        .Test(CrType.CR2, names)[1]
                        .StandardError
            ),
            ["lots"] = Timed(
                "Randomisation test, 10,000 draws, 5,000 citizens",
                () => RandomisationInference.Of(hours, treated, draws: Draws).P
            ),
            ["power"] = Timed("Power by 1,000 simulated trials of 5,000, Welch's test", () => Power(adjusted: false)),
            ["adjusted"] = Timed(
                "Power by 1,000 simulated trials of 5,000, Lin's adjustment with HC2",
                () => Power(adjusted: true)
            ),
        };
        var start = new ProcessStartInfo(
            "Rscript",
            [Path.Combine(AppContext.BaseDirectory, "trials.R"), folder.FullName]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("Rscript did not start.");
        using var r = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        folder.Delete(recursive: true);
        string text = Report(r.RootElement, ours);
        Console.WriteLine(text);
        await File.WriteAllTextAsync(file, text);
        return 0;

        void Write(string name, double[] all) =>
            File.WriteAllBytes(Path.Combine(folder.FullName, name), MemoryMarshal.AsBytes(all.AsSpan()).ToArray());
    }

    private static string Report(JsonElement r, Dictionary<string, (string Label, double Seconds, double Value)> ours)
    {
        var text = new StringBuilder();
        text.AppendLine("## Trials at full size beside R").AppendLine();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"`dotnet run -c Release --project bench/Virker.Bench -- trials FILE`, {r.GetProperty("r").GetString()}, clubSandwich {r.GetProperty("clubSandwich").GetString()}, sandwich {r.GetProperty("sandwich").GetString()}, the fastest of ten in one run (CR2 and the adjusted trials in R once)."
        );
        text.AppendLine()
            .AppendLine("| Task | Virker | R | ratio | Virker's answer | R's answer |")
            .AppendLine("|---|---|---|---|---|---|");
        foreach (var (key, (label, seconds, value)) in ours)
        {
            double theirs = r.GetProperty(key).GetProperty("seconds").GetDouble();
            double answer = r.GetProperty(key).GetProperty("value").GetDouble();
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {label} | {seconds:0.000} s | {theirs:0.00} s | {theirs / seconds:0} | {value:G10} | {answer:G10} |"
            );
        }
        return text.ToString();
    }

    // 20 against 23 % in work; with a covariate, a tenth more work above its middle than below.
    private static double Power(bool adjusted)
    {
        int found = 0;
        Parallel.For(
            0,
            Trials,
            trial =>
            {
                var source = new SeededSource((ulong)trial);
                if ((adjusted ? Adjusted(source) : Welch(source)) <= 0.05)
                    Interlocked.Increment(ref found);
            }
        );
        return (double)found / Trials;
    }

    private static double Welch(SeededSource source)
    {
        var (one, none) = (new double[People / 2], new double[People / 2]);
        for (int i = 0; i < one.Length; i++)
        {
            one[i] = source.Uniform() < 0.23 ? 1 : 0;
            none[i] = source.Uniform() < 0.2 ? 1 : 0;
        }
        return TwoArms.DifferenceInMeans(one, none).P;
    }

    private static double Adjusted(SeededSource source)
    {
        var (outcome, treated, covariate) = (new double[People], new bool[People], new double[People]);
        for (int i = 0; i < People; i++)
        {
            (treated[i], covariate[i]) = (i % 2 == 0, source.Uniform());
            double share = (treated[i] ? 0.23 : 0.2) + (covariate[i] > 0.5 ? 0.05 : -0.05);
            outcome[i] = source.Uniform() < share ? 1 : 0;
        }
        return TwoArms.Adjusted(outcome, treated, [new("covariate", covariate)]).P;
    }

    private static double Gauss(SeededSource source) => Normal.Quantile((source.Uniform() + 1e-17) / (1 + 2e-17));

    private static (string, double, double) Timed(string label, Func<double> task)
    {
        var (seconds, value) = Stopwatched.Fastest(task);
        return (label, seconds, value);
    }
}
