using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Virker.Platform.Storage;

namespace Virker.Bench.Load;

/// <summary>Fifty caseworkers in a municipality of 100,000 citizens, on SQLite and on PostgreSQL: how long their pages
/// take at the pace people work, and how many pages the site gives beside a hand-written one.</summary>
internal static class LoadBench
{
    private const int Citizens = 100_000;
    private const int Workers = 50;
    private const int Rounds = 3;
    private const int RoundSeconds = 60;
    private const int BurstSeconds = 6;
    private const string SitePort = "5193";
    private const string BarePort = "5194";
    private static readonly TimeSpan Think = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <param name="file">Where the section goes; the figures of every round go beside it as JSON.</param>
    /// <param name="folder">Where the municipalities are kept until the day is over; null for a folder that is
    /// deleted.</param>
    public static async Task<int> RunAsync(string file, string? folder)
    {
        var home = folder is null
            ? Directory.CreateTempSubdirectory("virker-bench-")
            : Directory.CreateDirectory(folder);
        var measured = new List<Measured>();
        try
        {
            foreach (var provider in Enum.GetValues<DatabaseProvider>())
            {
                if (provider == DatabaseProvider.Sqlite || Town.Server is not null)
                    measured.Add(
                        await MeasureAsync(new Town(provider, Path.Combine(home.FullName, provider.ToString())))
                    );
            }
        }
        finally
        {
            if (folder is null)
                home.Delete(recursive: true);
        }

        await File.WriteAllTextAsync(file, Report(measured));
        await File.WriteAllTextAsync(file + ".json", JsonSerializer.Serialize(measured, Indented));
        return 0;
    }

    private static async Task<Measured> MeasureAsync(Town town)
    {
        var made = await town.MadeTodayAsync(Citizens);
        Say($"{town.Provider}: made in {made.Seconds:0} s, night {made.NightSeconds:0.0} s");
        var desks = await town.DesksAsync(Workers);
        using var site = Programs.Site([
            $"--urls=http://127.0.0.1:{SitePort}",
            .. town.Settings,
            "--Virker:Demo=true",
            "--Virker:RequestsPerMinute=0",
            "--Logging:LogLevel:Default=Warning",
        ]);
        var sessions = new List<Session>();
        try
        {
            double start = await Programs.AnswersAsync($"http://127.0.0.1:{SitePort}/health", Patience);
            foreach (var (number, desk) in desks.Index())
            {
                var session = new Session(new Uri($"http://127.0.0.1:{SitePort}"), desk, number);
                sessions.Add(session);
                await session.SignInAsync();
            }

            // The first pages are compiled for, and the nightly tasks are made, before anything is timed.
            await WorkAsync(sessions, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(1));
            var rounds = new List<Round>();
            for (int i = 0; i < Rounds; i++)
            {
                rounds.Add(await RoundAsync(site, sessions));
                Say($"{town.Provider}: {JsonSerializer.Serialize(rounds[^1])}");
            }

            var bursts = await BurstsAsync(town, sessions);
            site.Refresh();
            return new Measured(town.Provider, made, start, rounds, bursts, site.PeakWorkingSet64);
        }
        finally
        {
            sessions.ForEach(s => s.Dispose());
            site.Kill();
            await site.WaitForExitAsync();
        }
    }

    private static async Task<Round> RoundAsync(Process site, List<Session> sessions)
    {
        var (clock, cpu) = (Stopwatch.StartNew(), Cpu(site));
        var answers = await WorkAsync(sessions, TimeSpan.FromSeconds(RoundSeconds), Think);
        return new Round(
            [
                .. answers
                    .GroupBy(a => a.Kind, a => a.Milliseconds)
                    .OrderBy(g => g.Key)
                    .Select(g => Times.Of(g.Key, [.. g.Order()])),
            ],
            answers.Count / clock.Elapsed.TotalSeconds,
            (Cpu(site) - cpu) / clock.Elapsed,
            LoadAverage()
        );
    }

    private static async Task<List<Answer>> WorkAsync(List<Session> sessions, TimeSpan time, TimeSpan think)
    {
        var answers = await Task.WhenAll(sessions.Select(s => s.WorkAsync(time, think)));
        return [.. answers.SelectMany(a => a)];
    }

    /// <summary>As many pages as possible, ours and by hand in turn.</summary>
    private static async Task<IReadOnlyList<Burst>> BurstsAsync(Town town, List<Session> sessions)
    {
        using var bare = Programs.Self("load-bare", BarePort, town.Provider.ToString(), town.Folder);
        try
        {
            string ours = $"http://127.0.0.1:{SitePort}";
            string byHand = $"http://127.0.0.1:{BarePort}";
            await Programs.AnswersAsync($"{byHand}/health", Patience);
            var bursts = new List<Burst>();
            foreach (var (kind, mine, theirs) in Shots(sessions))
            {
                var (virker, peer) = (new List<double>(), new List<double>());
                for (int round = 0; round < Rounds; round++)
                {
                    virker.Add(await Wrk.RunAsync(ours, mine, town.Folder, BurstSeconds));
                    peer.Add(await Wrk.RunAsync(byHand, theirs, town.Folder, BurstSeconds));
                }

                bursts.Add(
                    new Burst(kind, Median(virker), Median(peer), await Bytes(ours, mine), await Bytes(byHand, theirs))
                );
                Say($"{town.Provider}: {bursts[^1]}");
            }

            return bursts;
        }
        finally
        {
            bare.Kill();
            await bare.WaitForExitAsync();
        }
    }

    /// <summary>The same worker's day, the same citizens and the same searches, for both.</summary>
    private static IEnumerable<(PageKind Kind, Shot[] Ours, Shot[] ByHand)> Shots(List<Session> sessions)
    {
        const int Few = 20;
        yield return (
            PageKind.Day,
            [.. sessions.Select(s => new Shot("GET", "/day", s.Cookie))],
            [.. sessions.Select(s => new Shot("GET", $"/day/{s.Desk.Worker}"))]
        );
        yield return (
            PageKind.Citizen,
            [.. Each(c => new Shot("GET", $"/citizens/{c.Person.Id}", c.Session.Cookie))],
            [.. Each(c => new Shot("GET", $"/citizens/{c.Person.Id}"))]
        );
        yield return (
            PageKind.SearchByName,
            [
                .. Each(c => new Shot(
                    "POST",
                    "/citizens",
                    c.Session.Cookie,
                    $"q={Uri.EscapeDataString(Session.NameOf(c.Person))}&__RequestVerificationToken={Uri.EscapeDataString(c.Session.Token)}"
                )),
            ],
            [
                .. Each(c =>
                {
                    string[] words = Session.NameOf(c.Person).Split(' ');
                    return new Shot(
                        "GET",
                        $"/search?first={Uri.EscapeDataString(words[0])}&last={Uri.EscapeDataString(words[1])}"
                    );
                }),
            ]
        );

        IEnumerable<Shot> Each(Func<(Session Session, Person Person), Shot> make) =>
            sessions.SelectMany(s => s.Desk.Citizens.Take(Few).Select(c => make((s, c))));
    }

    private static async Task<int> Bytes(string address, Shot[] shots)
    {
        using var client = new HttpClient();
        int bytes = 0;
        const int Sample = 20;
        foreach (var shot in shots.Where((_, i) => i % (shots.Length / Sample) == 0).Take(Sample))
        {
            using var request = new HttpRequestMessage(new HttpMethod(shot.Method), address + shot.Path);
            if (shot.Cookie is not null)
                request.Headers.Add("Cookie", shot.Cookie);
            if (shot.Body is not null)
                request.Content = new StringContent(shot.Body, null, "application/x-www-form-urlencoded");
            using var answer = await client.SendAsync(request);
            bytes += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        return bytes / Sample;
    }

    private static string Report(List<Measured> measured)
    {
        var text = new StringBuilder("## Fifty caseworkers, 100,000 citizens\n\n");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"`dotnet run -c Release --project bench/Virker.Bench -- load FILE`. The site runs as installed, with its log of looks flushed to disk; {Workers} caseworkers are signed in, each on their own citizens, and look at a page for 1 to 2 seconds: half of the pages are citizens', a quarter my day, 15 % a search by name, 10 % by CPR number. {Rounds} rounds of {RoundSeconds} seconds; the table shows the median of the rounds, and the worst round's p99. Those who ask share the two cores with the site and the database. Times are until the last byte, unpacked."
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
                $"As many pages as possible (wrk, {Workers} connections, {Rounds} rounds of {BurstSeconds} seconds in turn, medians, nothing packed), beside a page written by hand with ADO.NET: the same rows in one command, text put together, and no sign-in, no log, no rules, one language."
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
            .AppendLine("| Database | made in s | peak MB | the night's tasks s | made, settled | again s | peak MB |")
            .AppendLine("|---|---|---|---|---|---|---|");
        foreach (var one in measured)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {one.Provider} | {one.Made.Seconds:0} | {one.Made.Peak / 1e6:0} | {one.Made.NightSeconds:0.0} | {one.Made.TasksMade:N0}, {one.Made.TasksSettled:N0} | {one.Made.NextNightSeconds:0.0} | {one.Made.NightPeak / 1e6:0} |"
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

    private static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static TimeSpan Cpu(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    private static double LoadAverage() =>
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    private static void Say(FormattableString what) => Console.Error.WriteLine(FormattableString.Invariant(what));

    private sealed record Times(PageKind Kind, int Count, double P50, double P95, double P99)
    {
        public static Times Of(PageKind kind, double[] sorted) =>
            new(kind, sorted.Length, At(sorted, 0.50), At(sorted, 0.95), At(sorted, 0.99));

        private static double At(double[] sorted, double share) =>
            sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }

    private sealed record Round(IReadOnlyList<Times> Times, double PagesPerSecond, double Cores, double LoadAverage);

    private sealed record Burst(PageKind Kind, double Virker, double ByHand, int Bytes, int BytesByHand);

    private sealed record Measured(
        DatabaseProvider Provider,
        Made Made,
        double StartSeconds,
        IReadOnlyList<Round> Rounds,
        IReadOnlyList<Burst> Bursts,
        long PeakBytes
    );
}
