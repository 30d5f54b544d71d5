using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Progress;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Citizens;

/// <summary>The worker's side of a measurement, on one page.</summary>
public sealed class ProgressAnswerModel(ReadProgress read, AnswerProgress save, Links go, TimeProvider clock)
    : CitizenPage
{
    /// <summary>What is answered already in the measurement that is open.</summary>
    public IReadOnlyDictionary<string, int> Given { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    protected override string Look => "look.progress";

    public async Task OnGetAsync(CancellationToken stop) =>
        Given = (await read.Execute(Worker, Citizen.Id, stop)).Open(clock.Today())?.Worker ?? Given;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await OnGetAsync(stop);
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var indicator in Indicators.All)
        {
            string? answer = Request.Form[indicator.Code];
            if (string.IsNullOrEmpty(answer))
                continue;
            if (
                !int.TryParse(answer, CultureInfo.InvariantCulture, out int value)
                || value is < 1 or > Indicators.Highest
            )
            {
                throw new InvalidInputException(TypedChoice.NotOnTheList, indicator.Code);
            }
            // What stands as it was is no new answer.
            if (!(Given.TryGetValue(indicator.Code, out int before) && before == value))
                values[indicator.Code] = value;
        }

        if (values.Count == 0 && Given.Count > 0)
            return Redirect(go.Citizen(Citizen.Id, "progress"));
        Problems = await save.Execute(Worker, Citizen.Id, values, stop);
        return Problems.Count == 0 ? Redirect(go.Citizen(Citizen.Id, "progress")) : Page();
    }
}
