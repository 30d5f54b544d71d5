using System.Diagnostics;

namespace Virker.Bench.Load;

/// <summary>The programs a measurement starts.</summary>
internal static class Programs
{
    /// <summary>This program with other arguments, to its end.</summary>
    public static async Task OutputAsync(params string[] arguments)
    {
        using var process = Self(arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}.");
    }

    /// <summary>This program with other arguments.</summary>
    public static Process Self(params string[] arguments) => Start(Environment.ProcessPath!, arguments);

    /// <summary>The site as it is installed, with its own settings for memory.</summary>
    public static Process Site(params string[] arguments) =>
        Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "Virker.Web.dll"), .. arguments]);

    /// <returns>Seconds until the address answered 200.</returns>
    public static async Task<double> AnswersAsync(string address, TimeSpan patience)
    {
        using var client = new HttpClient();
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < patience)
        {
            try
            {
                if ((await client.GetAsync(new Uri(address))).IsSuccessStatusCode)
                    return clock.Elapsed.TotalSeconds;
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }

            await Task.Delay(20);
        }

        throw new InvalidOperationException($"{address} did not answer within {patience}.");
    }

    private static Process Start(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments))
        ?? throw new InvalidOperationException($"{program} did not start.");
}
