using System.Globalization;
using Virker.Casework.Placements;
using Virker.Figures;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Figures;

/// <summary>The pictures of a placement's paid hours.</summary>
public static class PlacementFigures
{
    /// <summary>The agreed hours as a staircase over the weeks of the placement.</summary>
    public static LineFigure Growth(PlacementRead placement)
    {
        double WeekOf(DateOnly day) => (day.DayNumber - placement.From.DayNumber) / 7.0;
        List<LinePoint> points =
        [
            .. placement.Steps.Select(s => new LinePoint(WeekOf(s.From), s.WeeklyMinutes / 60.0)),
        ];
        if (points.Count > 0)
            points.Add(new LinePoint(WeekOf(placement.To.AddDays(1)), points[^1].Y));
        return new LineFigure
        {
            Id = "growth",
            Title = T("Aftalte løntimer om ugen", "Agreed paid hours a week"),
            Description =
                placement.Steps.Count == 0
                    ? ""
                    : T(
                        $"Fra {Hours(placement.Steps[0])} til {Hours(placement.Steps[^1])} timer om ugen.",
                        $"From {Hours(placement.Steps[0])} to {Hours(placement.Steps[^1])} hours a week."
                    ),
            Culture = CultureInfo.CurrentCulture,
            Series = [new LineSeries(T("Løntimer", "Paid hours"), points, Step: true)],
            XTitle = T("Uger fra første dag", "Weeks from the first day"),
            YTitle = T("Timer om ugen", "Hours a week"),
            SeriesHeading = T("Serie", "Series"),
            YFrom = 0,
        };
    }

    /// <summary>Week by week: what was agreed beside what was reported.</summary>
    public static LineFigure AgreedAndReported(PlacementRead placement)
    {
        var weeks = placement.Weeks.Index().ToList();
        return new LineFigure
        {
            Id = "paid-hours",
            Title = T("Løntimer om ugen", "Paid hours a week"),
            Description = T(
                $"Aftalte og oplyste løntimer i {weeks.Count} uger.",
                $"Agreed and reported paid hours over {weeks.Count} weeks."
            ),
            Culture = CultureInfo.CurrentCulture,
            Series =
            [
                new LineSeries(
                    T("Aftalt", "Agreed"),
                    [.. weeks.Select(w => new LinePoint(w.Index + 1, w.Item.Agreed / 60.0))]
                ),
                new LineSeries(
                    T("Oplyst", "Reported"),
                    [
                        .. weeks
                            .Where(w => w.Item.Reported is not null)
                            .Select(w => new LinePoint(w.Index + 1, w.Item.Reported!.Value / 60.0)),
                    ]
                ),
            ],
            XTitle = T("Uge", "Week"),
            YTitle = T("Timer om ugen", "Hours a week"),
            SeriesHeading = T("Serie", "Series"),
            YFrom = 0,
        };
    }

    private static string Hours(HoursStep step) => Show.Hours(step.WeeklyMinutes);
}
