using System.Globalization;
using Virker.Casework.Progress;
using Virker.Figures;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>Progress in words and as figures. What is missing is said, never drawn.</summary>
public static class ProgressWords
{
    private const double DaysInMonth = 365.25 / 12;

    /// <summary>An answer in words, or that it is missing.</summary>
    public static string Of(Indicator indicator, IReadOnlyDictionary<string, int> answers)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(answers);
        return answers.TryGetValue(indicator.Code, out int value)
            ? $"{value}: {T(indicator.Step(value))}"
            : T("mangler", "missing");
    }

    /// <summary>Both sides over time; a point is an answer, and where there is none there is no point.</summary>
    public static LineFigure Trend(Indicator indicator, IReadOnlyList<MeasurementRead> measurements, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        string name = T(indicator.Name);
        LineSeries Side(string side, Func<MeasurementRead, IReadOnlyDictionary<string, int>> answers) =>
            new(
                side,
                [
                    .. measurements
                        .Where(m => answers(m).ContainsKey(indicator.Code))
                        .Select(m => new LinePoint(
                            Math.Round((m.On.DayNumber - today.DayNumber) / DaysInMonth, 1),
                            answers(m)[indicator.Code]
                        )),
                ]
            );
        var worker = Side(T("Medarbejderen", "The worker"), m => m.Worker);
        return new LineFigure
        {
            Id = "trend-" + indicator.Code,
            Culture = CultureInfo.CurrentCulture,
            Title = name,
            Description = T(
                $"Svar fra 1, {T(indicator.Step(1))}, til 5, {T(indicator.Step(Indicators.Highest))}.",
                $"Answers from 1, {T(indicator.Step(1))}, to 5, {T(indicator.Step(Indicators.Highest))}."
            ),
            EmptyText = T("Ingen svar endnu", "No answers yet"),
            XTitle = T("Måneder før nu", "Months before now"),
            YTitle = T("Svar, 1 til 5", "Answer, 1 to 5"),
            SeriesHeading = T("Hvem svarer", "Who answers"),
            XFormat = "0.#",
            YFormat = "0",
            YFrom = 1,
            YTo = Indicators.Highest,
            Series =
                indicator.AnsweredBy == AnsweredBy.Both
                    ? [Side(T("Borgeren", "The citizen"), m => m.Citizen), worker]
                    : [worker],
        };
    }

    /// <summary>How far apart the two see it: the citizen's answer less the worker's.</summary>
    public static BarFigure Gap(MeasurementRead measurement)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        return new BarFigure
        {
            Id = "gap",
            Culture = CultureInfo.CurrentCulture,
            Title = T(
                $"Borgerens svar minus medarbejderens, {Show.Date(measurement.On)}",
                $"The citizen's answer less the worker's, {Show.Date(measurement.On)}"
            ),
            Description = T(
                "Til højre: borgeren ser lysere på det end medarbejderen. Til venstre: mørkere. Kun det, begge har svaret på.",
                "To the right: the citizen sees it brighter than the worker. To the left: darker. Only what both answered."
            ),
            EmptyText = T("Intet spørgsmål er besvaret af begge", "No question is answered by both"),
            RowHeading = T("Indikator", "Indicator"),
            ValueHeading = T("Trin fra hinanden", "Steps apart"),
            ValueFormat = "+0;-0;0",
            Bars =
            [
                .. Indicators
                    .OfCitizen.Where(i =>
                        measurement.Citizen.ContainsKey(i.Code) && measurement.Worker.ContainsKey(i.Code)
                    )
                    .Select(i => new Bar(
                        T(i.Name),
                        measurement.Citizen[i.Code] - measurement.Worker[i.Code],
                        Highlighted: Math.Abs(measurement.Citizen[i.Code] - measurement.Worker[i.Code]) > 1
                    )),
            ],
        };
    }

    /// <summary>Which answers of the two sides are missing, measurement by measurement; null when none is.</summary>
    public static string? Missing(Indicator indicator, IReadOnlyList<MeasurementRead> measurements)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        string[] missing =
        [
            .. measurements.SelectMany(m =>
                new[]
                {
                    indicator.AnsweredBy == AnsweredBy.Both && !m.Citizen.ContainsKey(indicator.Code)
                        ? T($"borgeren {Show.Date(m.On)}", $"the citizen {Show.Date(m.On)}")
                        : null,
                    m.Worker.ContainsKey(indicator.Code)
                        ? null
                        : T($"medarbejderen {Show.Date(m.On)}", $"the worker {Show.Date(m.On)}"),
                }.OfType<string>()
            ),
        ];
        return missing.Length == 0 ? null : T("Mangler: ", "Missing: ") + string.Join(", ", missing) + ".";
    }
}
