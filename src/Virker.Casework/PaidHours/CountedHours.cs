using Virker.Casework.Placements;

namespace Virker.Casework.PaidHours;

/// <summary>Which hours count in which week, by a definition. Pure; see <c>docs/method/paid-hours.md</c>.</summary>
internal static class CountedHours
{
    /// <summary>The month a week belongs to: that of its Thursday, as ISO 8601 counts years.</summary>
    public static DateOnly MonthOf(DateOnly week) => First(week.AddDays(3));

    public static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The Mondays of a month's weeks: four or five.</summary>
    public static IEnumerable<DateOnly> WeeksOf(DateOnly month)
    {
        // The first Thursday of the month, and its Monday.
        var thursday = month.AddDays((DayOfWeek.Thursday - month.DayOfWeek + 7) % 7);
        for (var week = thursday.AddDays(-3); MonthOf(week) == month; week = week.AddDays(7))
            yield return week;
    }

    /// <summary>A register month as minutes a week: 12/52 of it, as full time is 160.33 hours a month and 37 a week.</summary>
    public static int Weekly(int monthMinutes) =>
        (int)Math.Round(monthMinutes * 12m / 52m, MidpointRounding.AwayFromZero);

    /// <summary>True where the definition leaves an employer's register hours of a month out.</summary>
    public static bool IsLeftOut(HoursDefinition definition, HoursFacts facts, string cvr, DateOnly month)
    {
        var last = month.AddMonths(1).AddDays(-1);
        return facts.Placements.Any(p =>
                p.Cvr == cvr
                && p.State != PlacementState.Proposed
                && definition.PlacementsNotCounted.Contains(p.Kind)
                && p.From <= last
                && p.To >= month
            )
            || facts.Groups.Any(g =>
                definition.TargetGroupsNotCounted.Has(g.TargetGroup)
                && g.From <= last
                && (g.To is null || g.To >= month)
            );
    }

    /// <summary>Minutes by week, all employers together. For an employer and a month what was reported is used where
    /// anything was, otherwise the register's month spread over its weeks.</summary>
    public static SortedDictionary<DateOnly, int> ByWeek(HoursDefinition definition, HoursFacts facts)
    {
        var weeks = new SortedDictionary<DateOnly, int>();
        var isReported = new HashSet<(string, DateOnly)>();
        foreach (var reported in facts.Reported)
        {
            Add(reported.Week, reported.Minutes);
            isReported.Add((reported.Cvr, MonthOf(reported.Week)));
        }

        foreach (var month in facts.Register)
        {
            if (isReported.Contains((month.Cvr, month.Month)) || IsLeftOut(definition, facts, month.Cvr, month.Month))
                continue;
            foreach (var week in WeeksOf(month.Month))
                Add(week, Weekly(month.Minutes));
        }

        return weeks;

        void Add(DateOnly week, int minutes) => weeks[week] = weeks.GetValueOrDefault(week) + minutes;
    }
}
