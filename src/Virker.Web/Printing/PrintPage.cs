using System.ComponentModel;
using System.Diagnostics;

namespace Virker.Web.Printing;

/// <summary>
/// Prints an HTML document as a tagged PDF with headless Chromium. One print at a time: a browser is heavy, and a note is
/// printed once a version. Chromium gets a folder of its own, which is gone afterwards, and no network.
/// </summary>
public sealed class PrintPage(IConfiguration configuration, ILogger<PrintPage> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private readonly SemaphoreSlim _printing = new(1);

    /// <summary>The PDF, or null when there is no Chromium here or it did not print.</summary>
    /// <param name="html">A document that needs nothing but itself.</param>
    /// <param name="stop">Stops waiting, and stops Chromium.</param>
    public async Task<byte[]?> ToPdf(string html, CancellationToken stop = default)
    {
        if (Program() is not { } program)
        {
            log.LogWarning("No Chromium was found: install it, or set Virker:Chromium to its path.");
            return null;
        }

        await _printing.WaitAsync(stop);
        var folder = Directory.CreateTempSubdirectory("virker-print-");
        try
        {
            string page = Path.Combine(folder.FullName, "page.html");
            string pdf = Path.Combine(folder.FullName, "page.pdf");
            await File.WriteAllTextAsync(page, html, stop);
            await Run(program, folder.FullName, page, pdf, stop);
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, stop) : null;
        }
        catch (Exception failed) when (failed is Win32Exception or IOException)
        {
            log.LogError(failed, "Chromium did not print.");
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
            _printing.Release();
        }
    }

    public void Dispose() => _printing.Dispose();

    private async Task Run(string program, string folder, string page, string pdf, CancellationToken stop)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        string[] arguments =
        [
            "--headless",
            // The sandbox cannot start as root; elsewhere it stays on.
            .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
            $"--user-data-dir={Path.Combine(folder, "profile")}",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-extensions",
            "--disable-sync",
            "--disable-quic",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            // The document carries everything it needs; nothing is looked up.
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--export-tagged-pdf",
            "--generate-pdf-document-outline",
            "--no-pdf-header-footer",
            $"--print-to-pdf={pdf}",
            new Uri(page).AbsoluteUri,
        ];
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);

        using var chromium = Process.Start(start) ?? throw new IOException("Chromium did not start.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            var said = chromium.StandardError.ReadToEndAsync(patience.Token);
            await chromium.StandardOutput.ReadToEndAsync(patience.Token);
            await chromium.WaitForExitAsync(patience.Token);
            if (chromium.ExitCode != 0)
                log.LogError("Chromium ended with {Code}: {Said}", chromium.ExitCode, await said);
        }
        catch (OperationCanceledException)
        {
            chromium.Kill(entireProcessTree: true);
            await chromium.WaitForExitAsync(CancellationToken.None);
            stop.ThrowIfCancellationRequested();
            log.LogError("Chromium did not finish within {Patience}.", Patience);
        }
    }

    private string? Program() =>
        configuration["Virker:Chromium"] is { Length: > 0 } chosen
            ? File.Exists(chosen)
                ? chosen
                : null
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);
}
