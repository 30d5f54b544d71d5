using System.Globalization;
using Virker.Figures;
using Virker.Statistics.Calibration;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Belief;

/// <summary>Expected against observed.</summary>
internal static class BeliefFigures
{
    public static LineFigure Curve(CalibrationCurve curve) =>
        new()
        {
            Id = "belief",
            Culture = CultureInfo.CurrentCulture,
            Title = T("Hvad du ventede, og hvad der skete", "What you expected, and what happened"),
            Description = T(
                "For hvert svar du har givet: andelen, der kom i job, med 95 % interval (Wilson). På den stiplede linje sker netop det ventede; over den kom flere i job.",
                "For each answer you gave: the share who got a job, with 95% interval (Wilson). On the dashed line just what was expected happens; above it more got a job."
            ),
            XTitle = T("Du ventede", "You expected"),
            YTitle = T("I job inden for et år", "In a job within a year"),
            SeriesHeading = T("Linje", "Line"),
            XFormat = T("0 %", "0%"),
            YFormat = T("0 %", "0%"),
            YFrom = 0,
            YTo = 1,
            Series =
            [
                new(
                    T("Det skete", "It happened"),
                    [
                        .. curve
                            .Bins.Where(b => b.Count > 0)
                            .Select(b => new LinePoint(
                                b.Expected,
                                b.Observed.Estimate,
                                b.Observed.CiLow,
                                b.Observed.CiHigh
                            )),
                    ]
                ),
                new(T("Som ventet", "As expected"), [new(0, 0), new(1, 1)]),
            ],
        };
}
