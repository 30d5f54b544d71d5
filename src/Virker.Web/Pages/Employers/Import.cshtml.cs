using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Employers;
using Virker.Platform;
using Virker.Platform.Import;
using Virker.Web.Site;

namespace Virker.Web.Pages.Employers;

/// <summary>Reads companies, workplaces or the labour market balance from a file.</summary>
[RequestSizeLimit(FileTable.MaxBytes + FormBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = FileTable.MaxBytes + FormBytes)]
public sealed class ImportModel(ImportCompanies companies, ImportWorkplaces workplaces, ImportBalance balance)
    : WorkerPage
{
    private const int FormBytes = 1_000_000;

    public FileImported? Report { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public string Kind { get; private set; } = "workplaces";

    public async Task OnPostAsync(IFormFile? file, string? kind, string? edition, CancellationToken stop)
    {
        Kind = kind ?? Kind;
        bool isDay = TypedDay.TryDay(edition, out var day);
        List<FieldProblem> problems = [];
        if (!isDay || Kind == "balance" && day is null)
        {
            problems.Add(
                new("edition", new("Skriv udgavens dag som 1.1.2026.", "Write the day of the edition like 2026-01-01."))
            );
        }
        if (SentFile.Problem(file, FileTable.MaxBytes) is { } problem)
            problems.Add(problem);
        Problems = problems;
        if (problems.Count > 0)
            return;
        await using var stream = file!.OpenReadStream();
        string name = Path.GetFileName(file.FileName);
        Report = Kind switch
        {
            "companies" => await companies.Execute(Worker, stream, name, stop),
            "balance" => await balance.Execute(Worker, day!.Value, stream, name, stop),
            _ => await workplaces.Execute(Worker, stream, name, stop),
        };
    }

    public IActionResult OnPostErrors(string? csv) => SentFile.Errors(csv);
}
