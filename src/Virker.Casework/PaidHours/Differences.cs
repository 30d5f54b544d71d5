using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;

namespace Virker.Casework.PaidHours;

public enum HoursDifferenceKind
{
    /// <summary>Both have hours, and they differ by more than the tolerance.</summary>
    Differ,

    /// <summary>The register has hours nobody reported.</summary>
    OnlyRegister,

    /// <summary>Hours were reported, and the register has none.</summary>
    OnlyReported,
}

/// <summary>A month in which reported hours and the register differ.</summary>
/// <param name="Reported">Minutes: each reported week gives every month a seventh for each of its days in it.</param>
/// <param name="Register">Minutes, the employers together.</param>
/// <param name="IsEstimated">The register estimated some of it.</param>
public sealed record MonthDifference(
    DateOnly Month,
    HoursDifferenceKind Kind,
    int Reported,
    int Register,
    bool IsEstimated
);

/// <summary>Holds what was reported against the register, month by month.</summary>
internal static class Differences
{
    /// <summary>The months the register has been read for.</summary>
    public static async Task<IReadOnlyList<(DateOnly First, DateOnly Last)>> MonthsRead(
        CaseworkDbContext db,
        CancellationToken stop
    ) =>
        [
            .. (
                await db.HoursImports.Select(i => new { i.FirstMonth, i.LastMonth }).Distinct().ToListAsync(stop)
            ).Select(i => (i.FirstMonth, i.LastMonth)),
        ];

    /// <summary>The differing months among the last <paramref name="months"/> that have ended and the register has been
    /// read for, newest first. An employer whose register hours do not count is left out of both sides.</summary>
    public static IEnumerable<MonthDifference> Of(
        HoursDefinition definition,
        HoursFacts facts,
        IReadOnlyList<(DateOnly First, DateOnly Last)> read,
        int months,
        DateOnly today
    )
    {
        for (int back = 1; back <= months; back++)
        {
            var month = CountedHours.First(today).AddMonths(-back);
            if (read.Any(r => r.First <= month && month <= r.Last) && Of(definition, facts, month) is { } difference)
                yield return difference;
        }
    }

    private static MonthDifference? Of(HoursDefinition definition, HoursFacts facts, DateOnly month)
    {
        bool Counts(string cvr) => !CountedHours.IsLeftOut(definition, facts, cvr, month);
        var weeks = facts.Reported.Where(r => DaysIn(r.Week, month) > 0 && Counts(r.Cvr)).ToList();
        var register = facts.Register.Where(r => r.Month == month && Counts(r.Cvr)).ToList();
        int reported = (int)Math.Round(weeks.Sum(r => r.Minutes * DaysIn(r.Week, month) / 7m));
        int registered = register.Sum(r => r.Minutes);
        decimal tolerance = Math.Max(
            definition.DifferenceMinutes,
            Math.Max(reported, registered) * definition.DifferencePercent / 100m
        );
        return Math.Abs(reported - registered) <= tolerance
            ? null
            : new MonthDifference(
                month,
                weeks.Count == 0 ? HoursDifferenceKind.OnlyRegister
                    : register.Count == 0 ? HoursDifferenceKind.OnlyReported
                    : HoursDifferenceKind.Differ,
                reported,
                registered,
                register.Exists(r => r.IsEstimated)
            );
    }

    private static int DaysIn(DateOnly week, DateOnly month)
    {
        int first = Math.Max(week.DayNumber, month.DayNumber);
        int end = Math.Min(week.DayNumber + 7, month.AddMonths(1).DayNumber);
        return Math.Max(0, end - first);
    }
}
