using System.Diagnostics;

namespace Virker.Web.Tests;

/// <summary>A PDF the site answered with, as the tools of poppler read it.</summary>
internal sealed class PdfFile : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"virker-{Guid.CreateVersion7()}.pdf");

    private PdfFile() { }

    public static async Task<PdfFile> Of(HttpResponseMessage answer)
    {
        var file = new PdfFile();
        await File.WriteAllBytesAsync(file._path, await answer.Content.ReadAsByteArrayAsync());
        return file;
    }

    public Task<string> Text() => Say("pdftotext", _path, "-");

    public Task<string> Info(params string[] options) => Say("pdfinfo", [.. options, _path]);

    public void Dispose() => File.Delete(_path);

    private static async Task<string> Say(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true }
        )!;
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said;
    }
}
