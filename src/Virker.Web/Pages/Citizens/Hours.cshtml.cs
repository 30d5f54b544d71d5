using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Virker.Casework.PaidHours;
using Virker.Platform;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>A citizen's paid hours: weeks to fill in, the curve, milestones, and what the register says.</summary>
public sealed class HoursModel(ReadHours read, ReportHours report, TimeProvider clock) : CitizenPage
{
    private const string Other = "other";
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(2);

    /// <summary>The employer's CVR number, or <c>other</c> for one to be written.</summary>
    [BindProperty(SupportsGet = true, Name = "employer")]
    public string? Asked { get; set; }

    /// <summary>How many weeks there are fields for: 8, or 26 to correct older ones.</summary>
    [BindProperty(SupportsGet = true, Name = "weeks")]
    public int? AskedWeeks { get; set; }

    /// <summary>Weeks just saved.</summary>
    [BindProperty(SupportsGet = true, Name = "saved")]
    public int? Saved { get; set; }

    public HoursLedger Ledger { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>The CVR number as it was just written.</summary>
    public string? WrittenCvr => Request.HasFormContentType ? Request.Form["cvr"].ToString() : null;

    public int Weeks => AskedWeeks == 26 ? 26 : 8;

    /// <summary>The employer the fields are for; null when its number is to be written.</summary>
    public HoursEmployer? Employer =>
        Asked == Other
            ? null
            : Ledger.Employers.FirstOrDefault(e => e.Cvr == Asked)
                ?? (string.IsNullOrEmpty(Asked) && Ledger.Employers.Count > 0 ? Ledger.Employers[0] : null);

    /// <summary>Milestones reached by what was just saved.</summary>
    public IEnumerable<ReachedMilestone> New =>
        Saved > 0 ? Ledger.Milestones.Where(m => m.SeenAt >= clock.GetUtcNow() - JustNow) : [];

    protected override string Look => "look.hours";

    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        var problems = new List<FieldProblem>();
        string cvr = (Employer?.Cvr ?? (string?)Request.Form["cvr"] ?? "").Trim();
        if (cvr.Length != 8 || !cvr.All(char.IsAsciiDigit))
        {
            problems.Add(
                new(
                    "cvr",
                    new(
                        "Skriv arbejdsgiverens CVR-nummer på otte cifre.",
                        "Write the employer's CVR number of eight digits."
                    )
                )
            );
        }
        var weeks = new List<WeekReport>();
        foreach (var week in Ledger.Weeks.TakeLast(Weeks))
        {
            string field = FieldOf(week.Week);
            if (!Request.Form.ContainsKey(field))
                continue;
            if (HoursInput.TryMinutes(Request.Form[field], out int? minutes))
            {
                weeks.Add(new WeekReport(week.Week, minutes));
            }
            else
            {
                problems.Add(
                    new(
                        field,
                        new(
                            $"{Show.Week(week.Week)}: skriv timer som 7, 7,5 eller 7:30 (7.30 kunne være begge dele).",
                            $"{Show.Week(week.Week)}: write hours like 7, 7.5 or 7:30."
                        )
                    )
                );
            }
        }

        var reported = problems.Count == 0 ? await report.Execute(Worker, Citizen.Id, cvr, weeks, stop) : null;
        problems.AddRange(reported?.Errors.Select(e => new FieldProblem(FieldOf(e.Week), e.Text)) ?? []);
        Problems = problems;
        if (reported is null || problems.Count > 0)
            return Page();
        var go = HttpContext.RequestServices.GetRequiredService<Links>();
        return Redirect(
            go.Citizen(
                Citizen.Id,
                "hours",
                ("employer", cvr),
                ("weeks", Weeks == 8 ? null : "26"),
                ("saved", reported.Changed.ToString(CultureInfo.InvariantCulture))
            )
        );
    }

    /// <summary>The name of a week's field.</summary>
    public static string FieldOf(DateOnly week) => week.ToString("'w'yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What stands in a week's field: what was just written, else what is stored.</summary>
    public string? ValueOf(DateOnly week) =>
        Request.HasFormContentType ? Request.Form[FieldOf(week)].ToString()
        : Employer?.Reported.TryGetValue(week, out int minutes) == true ? Show.Hours(minutes)
        : null;

    /// <summary>Help under a week's field.</summary>
    public string HintOf(HoursWeek week)
    {
        string from = T("fra ", "from ") + week.Week.ToString(T("d. MMM", "d MMM"), CultureInfo.CurrentCulture);
        string agreed = week.Agreed is { } minutes
            ? T($", aftalt {Show.Hours(minutes)}", $", agreed {Show.Hours(minutes)}")
            : "";
        return from + agreed;
    }

    public static string NameOf(HoursEmployer employer) => employer.Name ?? "CVR " + employer.Cvr;

    private async Task LoadAsync(CancellationToken stop) =>
        Ledger = await read.Execute(Worker, Citizen.Id, ReadHours.CurveWeeks, stop);
}
