using System.Globalization;
using Virker.Casework.PaidHours;
using Virker.Figures;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>Paid hours in words and as a curve.</summary>
public static class HoursWords
{
    public static string Of(MilestoneKind kind) =>
        kind switch
        {
            MilestoneKind.FirstHour => T("Den første løntime", "The first paid hour"),
            MilestoneKind.ThreeHours => T("3 timer om ugen", "3 hours a week"),
            MilestoneKind.TenHours => T("10 timer om ugen", "10 hours a week"),
            MilestoneKind.TwentyHours => T("20 timer om ugen", "20 hours a week"),
            MilestoneKind.FullTime => T("37 timer om ugen", "37 hours a week"),
            MilestoneKind.ThirteenWeeks => T("13 uger med løntimer", "13 weeks with paid hours"),
            MilestoneKind.TwentySixWeeks => T("26 uger med løntimer", "26 weeks with paid hours"),
        };

    public static string Of(MonthDifference month) =>
        month.Kind switch
        {
            HoursDifferenceKind.OnlyRegister => T(
                $"{Show.Hours(month.Register)} timer i registret, ingen oplyst her",
                $"{Show.Hours(month.Register)} hours in the register, none reported here"
            ),
            HoursDifferenceKind.OnlyReported => T(
                $"{Show.Hours(month.Reported)} timer oplyst her, ingen i registret",
                $"{Show.Hours(month.Reported)} hours reported here, none in the register"
            ),
            HoursDifferenceKind.Differ => T(
                $"{Show.Hours(month.Reported)} timer oplyst her, {Show.Hours(month.Register)} i registret",
                $"{Show.Hours(month.Reported)} hours reported here, {Show.Hours(month.Register)} in the register"
            ),
        };

    /// <summary>The weeks as a curve: agreed, reported, and the register's months as average weeks.</summary>
    public static LineFigure Curve(HoursCurve hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        int last = hours.Weeks.Count - 1;
        LineSeries Series(string name, Func<HoursWeek, int?> minutes, bool step) =>
            new(
                name,
                [
                    .. hours
                        .Weeks.Index()
                        .Where(w => minutes(w.Item) is not null)
                        .Select(w => new LinePoint(w.Index - last, minutes(w.Item)!.Value / 60.0)),
                ],
                step
            );
        var newest = hours.Weeks.LastOrDefault(w => w.Reported is not null);
        return new LineFigure
        {
            Id = "hours",
            Culture = CultureInfo.CurrentCulture,
            Title = T($"Løntimer om ugen, {last + 1} uger", $"Paid hours a week, {last + 1} weeks"),
            Description = newest is null
                ? T("Der er endnu ikke oplyst timer i perioden.", "No hours have been reported in the period yet.")
                : T(
                    $"Senest oplyst: {Show.Hours(newest.Reported!.Value)} timer i {Show.Week(newest.Week)}.",
                    $"Latest report: {Show.Hours(newest.Reported!.Value)} hours in {Show.Week(newest.Week)}."
                ),
            EmptyText = T("Ingen løntimer i perioden endnu", "No paid hours in the period yet"),
            XTitle = T("Uger før nu (0 er denne uge)", "Weeks before now (0 is this week)"),
            YTitle = T("Timer om ugen", "Hours a week"),
            SeriesHeading = T("Kilde", "Source"),
            YFrom = 0,
            Series =
            [
                Series(T("Aftalt", "Agreed"), w => w.Agreed, step: true),
                Series(T("Oplyst", "Reported"), w => w.Reported, step: false),
                Series(T("Registret, gennemsnit", "Register, average"), w => w.Register, step: true),
            ],
        };
    }
}
