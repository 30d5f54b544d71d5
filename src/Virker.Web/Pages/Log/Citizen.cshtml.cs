using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Citizens;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Import;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Log;

/// <summary>
/// The extract of the log the citizen can be given: when, what and which unit, on paper or as a file. Staff are named
/// only where the setting <c>Virker:LogNamesStaff</c> says so: the Danish DPA asks for names only in special cases.
/// </summary>
public sealed class CitizenLogModel(ReadCitizenLog read, Staff staff, IConfiguration configuration, TimeProvider clock)
    : CitizenPage
{
    private WorkerNames _names = null!;

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public CitizenLog Log { get; private set; } = new([], HasMore: false);

    public DateOnly First { get; private set; }

    public DateOnly Last { get; private set; }

    public DateOnly Today => clock.Today();

    public bool NamesStaff => configuration.GetValue<bool>("Virker:LogNamesStaff");

    protected override string Look => "look.log";

    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        if (Problems.Count > 0)
            return Page();
        string[] header = [T("tidspunkt", "time"), T("hvad", "what"), T("begrundelse", "reason"), T("enhed", "unit")];
        return File(
            PeopleCsv.Write(NamesStaff ? [.. header, T("navn", "name")] : header, Log.Lines.Select(Cells)),
            PeopleCsv.ContentType,
            "log.csv"
        );
    }

    /// <summary>In Danish time.</summary>
    public static DateTime Time(CitizenLogLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return DanishTime.At(line.At).DateTime;
    }

    /// <summary>The same for somebody who reads it.</summary>
    public static string When(CitizenLogLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        string time = Time(line).ToString("HH:mm", CultureInfo.InvariantCulture);
        return Show.Date(line.At) + T(" kl. " + time.Replace(':', '.'), " at " + time);
    }

    /// <summary>The worker's team, or else the municipality.</summary>
    public string UnitOf(CitizenLogLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.WorkerId == Citizen.Id
            ? T("borgeren selv", "the citizen")
            : _names.UnitOf(line.WorkerId, Worker.Municipality);
    }

    private object?[] Cells(CitizenLogLine line)
    {
        object?[] cells = [Time(line), LogWords.Of(line.Action).ToString(), line.Why, UnitOf(line)];
        return NamesStaff ? [.. cells, line.WorkerName] : cells;
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        var wrong = new Text("Skriv en dag som 31.12.2026.", "Write a day like 2026-12-31.");
        List<FieldProblem> problems = [];
        if (!TypedDay.TryDay(From, out var from))
            problems.Add(new("from", wrong));
        if (!TypedDay.TryDay(To, out var to))
            problems.Add(new("to", wrong));
        (First, Last) = (from ?? clock.Today().AddYears(-1), to ?? clock.Today());
        if (problems.Count == 0 && First > Last)
            problems.Add(new("to", new("Perioden slutter, før den begynder.", "The period ends before it begins.")));
        Problems = problems;
        if (problems.Count == 0)
            Log = await read.Execute(Worker, Citizen.Id, First, Last, stop);
        _names = await WorkerNames.Of(staff, Worker, stop);
    }
}
