using System.Globalization;
using Virker.Casework.PaidHours;
using Virker.Casework.Placements;
using Virker.Casework.Tasks;
using Virker.Platform;

namespace Virker.Demo.Lives;

/// <summary>Paid hours that grow: the agreements, the reported weeks, the register's months, and the milestones the house's
/// own rules find in them.</summary>
internal static class HoursRows
{
    /// <returns>The first day of the first placement.</returns>
    public static DateOnly Write(Life life, HoursCourse hours)
    {
        var (dice, fate) = (life.Dice, life.Fate);
        var work = life.World.Employers.Choose(dice, life.Goal.Occupation);
        var steps = Steps(life, hours);
        var placements = Placements(life, hours, work);
        foreach (var placement in placements)
        {
            var end = placement.EndedOn ?? placement.To;
            life.Rows.AddRange(
                steps
                    .Where(s => s.From <= end)
                    // The step in force when the placement begins, and those that come during it.
                    .Where(
                        (s, i) =>
                            s.From > placement.From
                            || i == steps.FindLastIndex(f => f.From <= placement.From)
                            || (i == 0 && s.From > placement.From)
                    )
                    .Select(s => new PaidHoursStep
                    {
                        PlacementId = placement.Id,
                        From = s.From < placement.From ? placement.From : s.From,
                        WeeklyMinutes = s.Minutes,
                    })
            );
        }

        var weeks = Weeks(life, hours, steps);
        var reported = Report(life, work, placements, weeks);
        var register = Register(life, work, weeks);
        var facts = new HoursFacts(
            [
                .. placements.Select(p => new PlacementFact(
                    life.Id,
                    p.Id,
                    p.Kind,
                    p.State,
                    p.From,
                    p.EndedOn ?? p.To,
                    work.Company.Cvr,
                    work.Company.Name,
                    work.Place.Name,
                    p.WeeklyMinutes
                )),
            ],
            [],
            [.. reported.Select(r => new ReportedFact(life.Id, r.Cvr, r.Week, r.Minutes))],
            [.. register.Select(r => new RegisterFact(life.Id, r.Cvr, r.Month, r.Minutes, r.Wage, r.IsEstimated))],
            [new GroupFact(life.Id, fate.TargetGroup, fate.From, fate.ClosedOn)]
        );
        Follow(life, facts);
        return placements[0].From;
    }

    /// <summary>A few hours at first, more every other month, up to what the citizen can do.</summary>
    private static List<(DateOnly From, int Minutes)> Steps(Life life, HoursCourse hours)
    {
        var dice = life.Dice;
        int minutes = 60 * dice.Weighted([2, 3, 4, 5, 6, 8], h => h is 3 or 4 ? 3 : 1);
        int most = 60 * dice.Weighted([6, 10, 15, 20, 25, 37], h => h == 37 ? 0.5 : 2);
        var steps = new List<(DateOnly, int)> { (hours.From, minutes) };
        var end = hours.To ?? life.World.Today.AddDays(40);
        for (var from = hours.From; minutes < most; )
        {
            from = from.AddDays(7 * dice.Between(5, 11));
            if (from > end)
                break;
            minutes = Math.Min(most, minutes + 60 * dice.Between(1, 3));
            steps.Add((from, minutes));
        }

        return steps;
    }

    /// <summary>An internship with paid hours that becomes paid hours alone, or paid hours from the first day.</summary>
    private static List<Placement> Placements(Life life, HoursCourse hours, DemoWorkplace work)
    {
        var (dice, fate, today) = (life.Dice, life.Fate, life.World.Today);
        var placements = new List<Placement>();
        var from = hours.From;
        if (dice.Chance(0.6))
        {
            int weeks = Math.Min(WorkRows.Weeks(life, PlacementKind.Internship), 13);
            from = hours.From.AddDays(-7 * dice.Between(0, weeks - 2));
            from = from < fate.From.AddDays(3) ? hours.From : from;
            var to = from.AddDays(7 * weeks - 1);
            var ended =
                hours.To is { } stop && stop <= to ? stop
                : to <= today.AddDays(-1) ? to
                : (DateOnly?)null;
            placements.Add(Place(PlacementKind.Internship, from, to, ended));
            if (ended is null || ended == hours.To)
                return placements;
            from = to.AddDays(1);
        }

        var planned = (hours.To ?? Later(today, from)).AddDays(7 * dice.Between(3, 26)).Monday().AddDays(6);
        placements.Add(Place(PlacementKind.PaidHours, from, planned, hours.To));
        return placements;

        Placement Place(PlacementKind kind, DateOnly first, DateOnly to, DateOnly? ended)
        {
            string? reason =
                ended is null ? null
                : ended < hours.To || (ended == to && hours.To != ended) ? "Fortsætter med timer med løn"
                : fate.EndReason == Fate.Job ? Fate.Job
                : null;
            var placement = WorkRows.Place(life, work, kind, first, to, ended, reason);
            placement.PaidTasks ??= WorkRows.Sentence(dice, work.Industry);
            return placement;
        }
    }

    /// <summary>What was worked, week by week: mostly what was agreed.</summary>
    private static List<(DateOnly Week, int Minutes)> Weeks(
        Life life,
        HoursCourse hours,
        List<(DateOnly From, int Minutes)> steps
    )
    {
        var dice = life.Dice;
        var last = hours.To ?? life.World.Today.Monday().AddDays(-1);
        var weeks = new List<(DateOnly, int)>();
        for (var week = hours.From; week <= last; week = week.AddDays(7))
        {
            int agreed = steps.FindLast(s => s.From <= week).Minutes;
            double share = dice.Share();
            int worked =
                share < 0.72 || life.Story == Story.Milestone ? agreed
                : share < 0.78 ? 0
                : Math.Max(60, agreed + 30 * dice.Between(-3, 3));
            weeks.Add((week, worked));
        }

        return weeks;
    }

    private static List<ReportedWeek> Report(
        Life life,
        DemoWorkplace work,
        List<Placement> placements,
        List<(DateOnly Week, int Minutes)> weeks
    )
    {
        var (dice, today) = (life.Dice, life.World.Today);
        var lastReport = today
            .Monday()
            .AddDays(
                -7
                    * dice.Weighted(
                        [1, 2, 4],
                        n =>
                            n == 1 ? 70
                            : n == 2 ? 22
                            : 8
                    )
            );
        if (life.Story == Story.Milestone)
            lastReport = today.Monday().AddDays(-7);
        var reported = new List<ReportedWeek>();
        foreach (var (week, minutes) in weeks.Where(w => w.Week <= lastReport))
        {
            if (life.Story != Story.Milestone && dice.Chance(0.05))
                continue;
            var placement = placements.FindLast(p => p.From <= week.AddDays(6)) ?? placements[0];
            reported.Add(
                new ReportedWeek
                {
                    CitizenId = life.Id,
                    Cvr = work.Company.Cvr,
                    Week = week,
                    Minutes = minutes,
                    PlacementId = placement.Id,
                    RecordedBy = placement.SupportedBy ?? life.ContactOn(week.AddDays(7)),
                    RecordedAt = life.World.At(week.AddDays(7), 9),
                }
            );
        }

        life.Rows.AddRange(reported);
        return reported;
    }

    /// <summary>The register's months, two weeks after they have ended; a few differ from what was reported.</summary>
    private static List<RegisterMonth> Register(Life life, DemoWorkplace work, List<(DateOnly Week, int Minutes)> weeks)
    {
        var dice = life.Dice;
        int wage = dice.Between(138, 168) * 100;
        var byMonth = new SortedDictionary<DateOnly, decimal>();
        foreach (var (week, minutes) in weeks)
        {
            for (int day = 0; day < 7; day++)
            {
                var month = CountedHours.First(week.AddDays(day));
                byMonth[month] = byMonth.GetValueOrDefault(month) + minutes / 7m;
            }
        }

        var register = new List<RegisterMonth>();
        foreach (
            var (month, worked) in byMonth.Where(m => m.Value > 0 && m.Key <= DemoImports.LastMonth(life.World.Today))
        )
        {
            double share = dice.Share();
            int minutes = (int)(
                worked
                * (
                    share < 0.8 ? 1
                    : share < 0.95 ? dice.Between(96, 104) / 100m
                    : dice.Between(50, 150) / 100m
                )
            );
            register.Add(
                new RegisterMonth
                {
                    CitizenId = life.Id,
                    Cvr = work.Company.Cvr,
                    Month = month,
                    Minutes = minutes,
                    Wage = (long)minutes * wage / 60,
                    IsEstimated = dice.Chance(0.03),
                    ImportId = DemoImports.Id(life.World.Settings, month),
                }
            );
        }

        life.Rows.AddRange(register);
        return register;
    }

    private static void Follow(Life life, HoursFacts facts)
    {
        var today = life.World.Today;
        var definition = HoursDefinition.On(today);
        life.Rows.AddRange(
            Milestones
                .Reached(definition, CountedHours.ByWeek(definition, facts))
                .OrderBy(r => r.Key)
                .Select(r => new Milestone
                {
                    CitizenId = life.Id,
                    Kind = r.Key,
                    Week = r.Value,
                    SeenAt = life.World.At(r.Value.AddDays(7), 9),
                    Definition = definition.Name,
                })
        );
        if (!life.Fate.IsOpen)
            return;
        (DateOnly, DateOnly)[] read = [(DemoImports.FirstMonth(today), DemoImports.LastMonth(today))];
        foreach (var month in Differences.Of(definition, facts, read, definition.TaskMonths, today))
        {
            var at = life.World.At(today.AddDays(-life.Dice.Between(1, 10)), 7);
            life.Rows.Add(
                new CaseTask
                {
                    Id = life.Dice.Id(at),
                    Kind = TaskKind.HoursDiffer,
                    Key = string.Create(CultureInfo.InvariantCulture, $"hours-differ/{life.Id}/{month.Month:yyyy-MM}"),
                    CitizenId = life.Id,
                    OwnerId = life.Desk.Id,
                    Due = DanishTime.DayOf(at).AddDays(14),
                    CreatedAt = at,
                }
            );
        }
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}

/// <summary>The files the register's months came with: one a month.</summary>
internal static class DemoImports
{
    public static DateOnly FirstMonth(DateOnly today) => CountedHours.First(today).AddMonths(-26);

    /// <summary>A month is read two weeks after it has ended.</summary>
    public static DateOnly LastMonth(DateOnly today) => CountedHours.First(today.AddDays(-14)).AddMonths(-1);

    public static Guid Id(DemoSettings settings, DateOnly month) =>
        new Dice(settings.Seed, 4, month.DayNumber).Id(Workday.At(month.AddMonths(1).AddDays(14), 5));

    /// <param name="rows">How many rows each month has.</param>
    public static IEnumerable<HoursImport> Rows(DemoWorld world, IReadOnlyDictionary<DateOnly, int> rows)
    {
        for (var month = FirstMonth(world.Today); month <= LastMonth(world.Today); month = month.AddMonths(1))
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"opdigtet-indkomst-{month:yyyy-MM}.csv");
            int count = rows.GetValueOrDefault(month);
            yield return new HoursImport
            {
                Id = Id(world.Settings, month),
                FileName = name,
                Hash = Convert.ToHexStringLower(
                    System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name))
                ),
                At = world.At(month.AddMonths(1).AddDays(14), 5),
                WorkerId = world.Workers.Administrator.Id,
                FirstMonth = month,
                LastMonth = month,
                Rows = count,
                Added = count,
            };
        }
    }
}
