using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Virker.Platform.Storage;

namespace Virker.Bench.Load;

/// <summary>Fifty caseworkers in a municipality of 100,000 citizens, on SQLite and on PostgreSQL: how long their pages
/// take at the pace people work, and how many pages the site gives beside a hand-written one.</summary>
internal static class LoadBench
{
    private const int Citizens = 100_000;
    public const int Workers = 50;
    public const int Rounds = 3;
    public const int RoundSeconds = 60;
    public const int BurstSeconds = 6;
    private const string SitePort = "5193";
    private const string BarePort = "5194";
    private static readonly TimeSpan Think = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <param name="file">Where the section goes; the figures of every round go beside it as JSON.</param>
    /// <param name="databases">PostgreSQL only where a server is named.</param>
    /// <param name="folder">Where the municipalities are kept until the day is over; null for a folder that is
    /// deleted.</param>
    public static async Task<int> RunAsync(string file, string? folder, params DatabaseProvider[] databases)
    {
        var home = folder is null
            ? Directory.CreateTempSubdirectory("virker-bench-")
            : Directory.CreateDirectory(folder);
        var measured = new List<Measured>();
        try
        {
            foreach (var provider in databases)
            {
                if (provider == DatabaseProvider.Sqlite || PostgresServer.Connection is not null)
                {
                    measured.Add(
                        await MeasureAsync(new Town(provider, Path.Combine(home.FullName, provider.ToString())))
                    );
                }
            }
        }
        finally
        {
            if (folder is null)
                home.Delete(recursive: true);
        }

        await File.WriteAllTextAsync(file, LoadReport.Of(measured));
        await File.WriteAllTextAsync(file + ".json", JsonSerializer.Serialize(measured, Indented));
        return 0;
    }

    private static async Task<Measured> MeasureAsync(Town town)
    {
        var made = await town.MadeTodayAsync(Citizens);
        Say($"{town.Provider}: made in {made.Seconds:0} s");
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
            long peak = site.PeakWorkingSet64;
            site.Kill();
            await site.WaitForExitAsync();
            return new Measured(town.Provider, made, start, rounds, bursts, peak, await town.NightAsync());
        }
        finally
        {
            sessions.ForEach(s => s.Dispose());
            if (!site.HasExited)
                site.Kill();
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
                    // A browser would take the new cookie it is given every minute; wrk keeps the one it has.
                    await Task.WhenAll(sessions.Select(s => s.AskAsync(PageKind.Day)));
                    virker.Add(await Wrk.RunAsync(ours, mine, town.Folder, BurstSeconds));
                    peer.Add(await Wrk.RunAsync(byHand, theirs, town.Folder, BurstSeconds));
                }

                bursts.Add(
                    new Burst(
                        kind,
                        LoadReport.Median(virker),
                        LoadReport.Median(peer),
                        await Bytes(ours, mine),
                        await Bytes(byHand, theirs)
                    )
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

    /// <summary>The same worker's day, the same citizens and the same searches, for both; each time they are gone through
    /// with the cookie of the moment.</summary>
    private static IEnumerable<(PageKind Kind, IEnumerable<Shot> Ours, IEnumerable<Shot> ByHand)> Shots(
        List<Session> sessions
    )
    {
        const int Few = 20;
        var some = sessions.SelectMany(s => s.Desk.Citizens.Take(Few).Select(c => (Session: s, Person: c)));
        yield return (
            PageKind.Day,
            sessions.Select(s => new Shot("GET", "/day", s.Cookie)),
            sessions.Select(s => new Shot("GET", $"/day/{s.Desk.Worker}"))
        );
        yield return (
            PageKind.Citizen,
            some.Select(c => new Shot("GET", $"/citizens/{c.Person.Id}", c.Session.Cookie)),
            some.Select(c => new Shot("GET", $"/citizens/{c.Person.Id}"))
        );
        yield return (
            PageKind.SearchByName,
            some.Select(c => new Shot("POST", "/citizens", c.Session.Cookie, c.Session.Search(c.Person))),
            some.Select(c => new Shot("GET", $"/search?{Session.Words(c.Person)}"))
        );
    }

    private static async Task<int> Bytes(string address, IEnumerable<Shot> shots)
    {
        using var client = new HttpClient();
        const int Sample = 20;
        int bytes = 0;
        foreach (var shot in shots.Take(Sample))
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

    private static TimeSpan Cpu(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    private static double LoadAverage() =>
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    private static void Say(FormattableString what) => Console.Error.WriteLine(FormattableString.Invariant(what));
}
