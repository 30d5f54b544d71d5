using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Virker.Bench.Load;

/// <summary>One request as wrk sends it.</summary>
internal sealed record Shot(string Method, string Path, string? Cookie = null, string? Body = null);

/// <summary>As many pages as a server gives: fifty connections that ask again as soon as they are answered.</summary>
internal static partial class Wrk
{
    /// <summary>Asks for the shots in turn, again and again; the script for it is put in the folder.</summary>
    /// <returns>Requests a second.</returns>
    public static async Task<double> RunAsync(string address, IEnumerable<Shot> shots, string folder, int seconds)
    {
        string script = Path.Combine(folder, "shots.lua");
        await File.WriteAllTextAsync(script, Script(shots));
        using var wrk =
            Process.Start(
                new ProcessStartInfo(
                    "wrk",
                    ["-t1", "-c50", string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"), "-s", script, address]
                )
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            ) ?? throw new InvalidOperationException("wrk did not start.");
        string output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return output.Contains("Non-2xx", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"{address} did not answer 200 under load.")
            : double.Parse(PerSecond().Match(output).Groups["n"].Value, CultureInfo.InvariantCulture);
    }

    private static string Script(IEnumerable<Shot> shots)
    {
        var text = new StringBuilder("local shots = {}\nfunction init()\n");
        foreach (var shot in shots)
        {
            string cookie = shot.Cookie is null ? "" : $"[\"Cookie\"] = \"{shot.Cookie}\", ";
            string form = shot.Body is null ? "" : "[\"Content-Type\"] = \"application/x-www-form-urlencoded\", ";
            string body = shot.Body is null ? "nil" : $"\"{shot.Body}\"";
            text.Append(
                CultureInfo.InvariantCulture,
                $"  shots[#shots + 1] = wrk.format(\"{shot.Method}\", \"{shot.Path}\", {{ {cookie}{form}}}, {body})\n"
            );
        }

        return text.Append("end\nlocal i = 0\nfunction request()\n  i = i % #shots + 1\n  return shots[i]\nend\n")
            .ToString();
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<n>[0-9.]+)", RegexOptions.None, 1000)]
    private static partial Regex PerSecond();
}
