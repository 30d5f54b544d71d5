using System.Globalization;
using System.Text;
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
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public CitizenLog Log { get; private set; } = null!;

    public DateOnly First => From ?? clock.Today().AddYears(-1);

    public DateOnly Last => To ?? clock.Today();

    public DateOnly Today => clock.Today();

    public bool NamesStaff => configuration.GetValue<bool>("Virker:LogNamesStaff");

    protected override string Look => "look.log";

    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        string[] header = [T("tidspunkt", "time"), T("hvad", "what"), T("begrundelse", "reason"), T("enhed", "unit")];
        var rows = Log.Lines.Select(IReadOnlyList<string> (line) => [.. Cells(line).Select(Formulas.Neutralised)]);
        string csv = CsvText.Write(NamesStaff ? [.. header, T("navn", "name")] : header, rows);
        return File(Encoding.UTF8.GetBytes(csv), "text/csv; charset=utf-8", "log.csv");
    }

    /// <summary>In Danish time, to the minute.</summary>
    public static string Time(CitizenLogLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return DanishTime.At(line.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>The same for somebody who reads it.</summary>
    public static string When(CitizenLogLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        string time = Time(line)[11..];
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

    private string[] Cells(CitizenLogLine line)
    {
        string[] cells = [Time(line), LogWords.Of(line.Action).ToString(), line.Why ?? "", UnitOf(line)];
        return NamesStaff ? [.. cells, line.WorkerName] : cells;
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        Log = await read.Execute(Worker, Citizen.Id, First, Last, stop);
        _names = await WorkerNames.Of(staff, Worker, stop);
    }
}
