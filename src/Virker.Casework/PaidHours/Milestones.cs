namespace Virker.Casework.PaidHours;

/// <summary>Finds the milestones in counted weeks, and keeps the stored ones in step with them.</summary>
internal static class Milestones
{
    private static readonly (MilestoneKind Kind, int Minutes)[] Weekly =
    [
        (MilestoneKind.ThreeHours, 3 * 60),
        (MilestoneKind.TenHours, 10 * 60),
        (MilestoneKind.TwentyHours, 20 * 60),
        (MilestoneKind.FullTime, 37 * 60),
    ];

    private static readonly (MilestoneKind Kind, int Weeks)[] Lasting =
    [
        (MilestoneKind.ThirteenWeeks, 13),
        (MilestoneKind.TwentySixWeeks, 26),
    ];

    /// <summary>The first week in which each milestone is reached.</summary>
    public static IReadOnlyDictionary<MilestoneKind, DateOnly> Reached(
        HoursDefinition definition,
        SortedDictionary<DateOnly, int> weeks
    )
    {
        var reached = new Dictionary<MilestoneKind, DateOnly>();
        long total = 0;
        int row = 0;
        DateOnly? before = null;
        foreach (var (week, minutes) in weeks)
        {
            total += minutes;
            if (total >= definition.HourMinutes)
                reached.TryAdd(MilestoneKind.FirstHour, week);
            foreach (var (kind, least) in Weekly)
            {
                if (minutes >= least)
                    reached.TryAdd(kind, week);
            }

            if (minutes < definition.HourMinutes)
                continue;
            int pause = before is { } last ? (week.DayNumber - last.DayNumber) / 7 - 1 : 0;
            row = pause > definition.PauseWeeks ? 1 : row + 1;
            before = week;
            foreach (var (kind, length) in Lasting)
            {
                if (row == length)
                    reached.TryAdd(kind, week);
            }
        }

        return reached;
    }

    /// <summary>Marks what a correction left without ground, and finds what is newly reached. A stored milestone is held
    /// against the definition it was reached under.</summary>
    /// <param name="stored">All of the citizen's, tracked.</param>
    /// <returns>The new milestones, in the order of the enum; nobody has added them yet.</returns>
    public static IReadOnlyList<Milestone> Update(
        Guid citizen,
        HoursFacts facts,
        IReadOnlyCollection<Milestone> stored,
        HoursDefinition now,
        DateTimeOffset at
    )
    {
        var byDefinition = new Dictionary<string, IReadOnlyDictionary<MilestoneKind, DateOnly>>();
        foreach (var milestone in stored)
        {
            if (Under(HoursDefinition.Named(milestone.Definition)).TryGetValue(milestone.Kind, out var week))
            {
                if (milestone.Week != week)
                    milestone.Week = week;
                milestone.CorrectedAt = null;
            }
            else
            {
                milestone.CorrectedAt ??= at;
            }
        }

        return
        [
            .. Under(now)
                .Where(r => stored.All(m => m.Kind != r.Key))
                .OrderBy(r => r.Key)
                .Select(r => new Milestone
                {
                    CitizenId = citizen,
                    Kind = r.Key,
                    Week = r.Value,
                    SeenAt = at,
                    Definition = now.Name,
                }),
        ];

        IReadOnlyDictionary<MilestoneKind, DateOnly> Under(HoursDefinition definition)
        {
            if (!byDefinition.TryGetValue(definition.Name, out var reached))
                byDefinition[definition.Name] = reached = Reached(definition, CountedHours.ByWeek(definition, facts));
            return reached;
        }
    }
}
