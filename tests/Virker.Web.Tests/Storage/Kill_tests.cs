using System.Diagnostics;
using System.Text.Json;

namespace Virker.Web.Tests.Storage;

/// <summary>The bench's kills, a few of them; the whole series stands in docs/performance.md.</summary>
public sealed class Kill_tests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Nothing_answered_is_lost_when_the_site_is_killed(string database)
    {
        if (database == "postgres" && !Directory.Exists("/usr/lib/postgresql"))
            Assert.Skip("PostgreSQL is not installed: the test kills a server of its own.");
        string file = Path.GetTempFileName();
        using var bench = Process.Start(
            new ProcessStartInfo(Bench, ["kill", file, "5", database])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        string output = await bench.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bench.WaitForExitAsync(TestContext.Current.CancellationToken);
        File.Delete(file);

        // The site's log may stand above it.
        var outcome = JsonDocument.Parse(output.Split('\n').Single(l => l.StartsWith('{'))).RootElement;
        Assert.Equal(5, outcome.GetProperty("kills").GetInt32());
        Assert.Equal(database == "postgres" ? 1 : 0, outcome.GetProperty("serverKills").GetInt32());
        Assert.InRange(outcome.GetProperty("acknowledged").GetInt32(), 100, int.MaxValue);
        Assert.Equal(0, outcome.GetProperty("lost").GetInt32());
        Assert.Equal(0, outcome.GetProperty("byHalf").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, outcome.GetProperty("chainBrokenAt").ValueKind);
        Assert.Equal(0, bench.ExitCode);
    }

    /// <summary>Built beside the tests, in the same configuration.</summary>
    private static string Bench
    {
        get
        {
            string built = Path.GetRelativePath(
                Path.Combine(AppContext.BaseDirectory, "../../.."),
                AppContext.BaseDirectory
            );
            return Path.GetFullPath(
                Path.Combine(AppContext.BaseDirectory, "../../../../../bench/Virker.Bench", built, "Virker.Bench")
            );
        }
    }
}
