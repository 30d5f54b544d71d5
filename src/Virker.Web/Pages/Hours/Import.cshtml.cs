using Microsoft.AspNetCore.Mvc;
using Virker.Casework.PaidHours.Import;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Hours;

/// <summary>Reads a file from the income register; larger ones go by the command line.</summary>
// The file is kept in memory, never in a temporary file on disk: it holds CPR numbers.
[RequestSizeLimit(MaxBytes + FormBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxBytes + FormBytes, MemoryBufferThreshold = MaxBytes + FormBytes)]
public sealed class ImportModel(ImportHours import) : WorkerPage
{
    public const int MaxBytes = 20_000_000;
    private const int FormBytes = 1_000_000;

    public HoursImportReport? Report { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public async Task OnPostAsync(IFormFile? file, CancellationToken stop)
    {
        if (SentFile.Problem(file, MaxBytes) is { } problem)
        {
            Problems =
            [
                file?.Length > MaxBytes
                    ? new(
                        "file",
                        new(
                            "Filen er over 20 MB. Del den, eller brug kommandolinjen: virker hours import.",
                            "The file is above 20 MB. Split it, or use the command line: virker hours import."
                        )
                    )
                    : problem,
            ];
        }
        else
        {
            await using var stream = file!.OpenReadStream();
            Report = await import.Execute(Worker, stream, Path.GetFileName(file.FileName), null, stop);
        }
    }

    /// <summary>The errors the page just showed, as a file. They hold no value of the file that was read.</summary>
    public IActionResult OnPostErrors(string? csv) => SentFile.Errors(csv);
}
