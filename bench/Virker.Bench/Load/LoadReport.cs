using System.Globalization;
using System.Text;
using Virker.Platform.Storage;

namespace Virker.Bench.Load;

/// <summary>The section for docs/performance.md.</summary>
internal static class LoadReport
{
    public static string Of(List<Measured> measured)
    {
        var text = new StringBuilder("## Fifty caseworkers, 100,000 citizens\n\n");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"`dotnet run -c Release --project bench/Virker.Bench -- load FILE`. The site runs as installed, with its log of looks flushed to disk; {LoadBench.Workers} caseworkers are signed in, each on their own citizens, and look at a page for 1 to 2 seconds: half of the pages are citizens', a quarter my day, 15 % a search by name, 10 % by CPR number. {LoadBench.Rounds} rounds of {LoadBench.RoundSeconds} seconds; the table shows the median of the rounds, and the worst round's p99. Those who ask share the two cores with the site and the database. Times are until the last byte, unpacked."
        );
        text.AppendLine()
            .AppendLine("| Database | Page | asked a round | p50 ms | p95 ms | p99 ms | worst p99 ms |")
            .AppendLine("|---|---|---|---|---|---|---|");
        foreach (var (provider, kind) in measured.SelectMany(m => Enum.GetValues<PageKind>().Select(k => (m, k))))
        {
            var times = provider.Rounds.SelectMany(r => r.Times).Where(t => t.Kind == kind).ToList();
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {provider.Provider} | {Name(kind)} | {Median(times.Select(t => (double)t.Count)):0} | {Median(times.Select(t => t.P50)):0.0} | {Median(times.Select(t => t.P95)):0.0} | {Median(times.Select(t => t.P99)):0.0} | {times.Max(t => t.P99):0.0} |"
            );
        }

        text.AppendLine()
            .AppendLine("| Database | pages/s | cores the site used | load average | site's peak MB | start s |")
            .AppendLine("|---|---|---|---|---|---|");
        foreach (var one in measured)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {one.Provider} | {Median(one.Rounds.Select(r => r.PagesPerSecond)):0} | {Median(one.Rounds.Select(r => r.Cores)):0.00} | {string.Join(", ", one.Rounds.Select(r => r.LoadAverage.ToString("0.0", CultureInfo.InvariantCulture)))} | {one.PeakBytes / 1e6:0} | {one.StartSeconds:0.0} |"
            );
        }

        text.AppendLine()
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"As many pages as possible (wrk, {LoadBench.Workers} connections, {LoadBench.Rounds} rounds of {LoadBench.BurstSeconds} seconds in turn, medians, nothing packed), beside a page written by hand with ADO.NET: the same rows in one command, text put together, and no sign-in, no log, no rules, one language."
            )
            .AppendLine()
            .AppendLine(
                "| Database | Page | Virker, pages/s | by hand, pages/s | ratio | Virker, bytes | by hand, bytes |"
            )
            .AppendLine("|---|---|---|---|---|---|---|");
        foreach (var (one, burst) in measured.SelectMany(m => m.Bursts.Select(b => (m, b))))
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {one.Provider} | {Name(burst.Kind)} | {burst.Virker:N0} | {burst.ByHand:N0} | {burst.Virker / burst.ByHand:0.00} | {burst.Bytes:N0} | {burst.BytesByHand:N0} |"
            );
        }

        text.AppendLine()
            .AppendLine(
                "To make the municipality (as `demo create --citizens 100000` does), and the nightly tasks after a week without a night; peaks are resident memory, for PostgreSQL without the server's:"
            )
            .AppendLine()
            .AppendLine(
                "| Database | made in s | peak MB | the night's tasks s | made | settled | with nothing to do s | peak MB |"
            )
            .AppendLine("|---|---|---|---|---|---|---|---|");
        foreach (var (one, night) in measured.Select(m => (m, m.Night)))
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {one.Provider} | {one.Made.Seconds:0} | {one.Made.Peak / 1e6:0} | {night.Seconds:0.0} | {night.Made:N0} | {night.Settled:N0} | {night.AgainSeconds:0.0} | {night.Peak / 1e6:0} |"
            );
        }

        return text.ToString();
    }

    private static string Name(PageKind kind) =>
        kind switch
        {
            PageKind.Day => "my day",
            PageKind.Citizen => "a citizen",
            PageKind.SearchByName => "search by name",
            _ => "search by CPR number",
        };

    public static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}

internal sealed record Times(PageKind Kind, int Count, double P50, double P95, double P99)
{
    public static Times Of(PageKind kind, double[] sorted) =>
        new(kind, sorted.Length, At(sorted, 0.50), At(sorted, 0.95), At(sorted, 0.99));

    private static double At(double[] sorted, double share) =>
        sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
}

internal sealed record Round(IReadOnlyList<Times> Times, double PagesPerSecond, double Cores, double LoadAverage);

internal sealed record Burst(PageKind Kind, double Virker, double ByHand, int Bytes, int BytesByHand);

internal sealed record Measured(
    DatabaseProvider Provider,
    Made Made,
    double StartSeconds,
    IReadOnlyList<Round> Rounds,
    IReadOnlyList<Burst> Bursts,
    long PeakBytes,
    Night Night
);
