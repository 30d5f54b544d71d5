using System.Globalization;
using Virker.Casework.Employers;
using Virker.Platform;
using Virker.Platform.Import;
using Virker.Web.Site;

namespace Virker.Web.Pages.Employers;

/// <summary>Reads companies, workplaces or the labour market balance from a file.</summary>
public sealed class ImportModel(ImportCompanies companies, ImportWorkplaces workplaces, ImportBalance balance)
    : WorkerPage
{
    public FileImported? Report { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public string Kind { get; private set; } = "workplaces";

    public async Task OnPostAsync(IFormFile? file, string? kind, string? edition, CancellationToken stop)
    {
        Kind = kind ?? Kind;
        var day = DateOnly.TryParseExact(
            edition,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var d
        )
            ? d
            : (DateOnly?)null;
        List<FieldProblem> problems = [];
        if (Kind == "balance" && day is null)
            problems.Add(new("edition", new("Skriv udgavens dag.", "Write the day of the edition.")));
        if (file is null || file.Length == 0)
            problems.Add(new("file", new("Vælg en fil.", "Choose a file.")));
        else if (file.Length > CsvTable.MaxBytes)
            problems.Add(new("file", ImportText.TooLarge(file.Length, CsvTable.MaxBytes)));
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
}
