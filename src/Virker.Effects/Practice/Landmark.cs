using Virker.Casework.Citizens;
using Virker.Casework.Cohorts;

namespace Virker.Effects.Practice;

/// <summary>
/// Everybody who stands in a target group on a day. What was done is looked for before the day and what became of it
/// after, so nobody counts as treated because they lasted long enough to be: Anderson, Cain and Gelber (1983), Journal
/// of Clinical Oncology 1, 710–719.
/// </summary>
internal static class Landmark
{
    /// <summary>The practice is looked for so many weeks back.</summary>
    public const int WeeksBack = 26;

    /// <summary>A quarter, for the chart over time.</summary>
    public const int QuarterWeeks = 13;

    /// <summary>Those in a target group on the day and without a gap so many weeks before, with a primary contact.</summary>
    public static IReadOnlyList<LandmarkPerson> At(IReadOnlyList<Course> courses, DateOnly day, int weeksBack)
    {
        var open = courses
            .Select(c => new LandmarkPerson(c, day, Since(c, day), c.Contacts.LastOrDefault(p => p.From <= day)))
            .Where(p => p.Since is not null)
            .ToList();
        var caseloads = open.Where(p => p.Contact is not null).CountBy(p => p.Contact!.WorkerId).ToDictionary();
        var first = day.AddDays(-7 * weeksBack);
        return
        [
            .. open.Where(p => p.Since <= first && p.Contact is not null)
                .Select(p => p with { Caseload = caseloads[p.Contact!.WorkerId] }),
        ];
    }

    /// <summary>The first day of the unbroken time in target groups that holds the day; null outside one.</summary>
    private static DateOnly? Since(Course course, DateOnly day)
    {
        DateOnly? since = null;
        foreach (var spell in course.Spells.Where(s => s.From <= day).OrderByDescending(s => s.From))
        {
            // Another group took over the day after, or on the day itself.
            if (spell.To is not { } to || to >= (since?.AddDays(-1) ?? day))
                since = spell.From;
        }

        return since;
    }
}

/// <summary>A citizen on the day.</summary>
/// <param name="Since">In target groups without a gap.</param>
/// <param name="Contact">The primary contact on the day.</param>
internal sealed record LandmarkPerson(Course Course, DateOnly Day, DateOnly? Since, CourseContact? Contact)
{
    /// <summary>How many in target groups had the same contact on the day.</summary>
    public int Caseload { get; init; }

    public Guid Worker => Contact!.WorkerId;

    public string TargetGroup =>
        Course.Spells.Last(s => s.From <= Day && (s.To is not { } to || to >= Day)).TargetGroup;

    /// <summary>The first day that is looked back to.</summary>
    public DateOnly From(int weeksBack) => Day.AddDays(-7 * weeksBack);

    public bool HadHours(int weeksBack) => Course.PaidWeeks.Any(w => w >= From(weeksBack) && w.AddDays(6) <= Day);

    /// <summary>The contact of the day before the first is no change: there has to be one to change from.</summary>
    public bool ChangedContact(int weeksBack) =>
        Course
            .Contacts.Zip(Course.Contacts.Skip(1))
            .Any(c => c.First.WorkerId != c.Second.WorkerId && c.Second.From > From(weeksBack) && c.Second.From <= Day);

    public Casework.Beliefs.GivenBelief? Belief(int weeksBack) =>
        Course.Beliefs.LastOrDefault(b => b.On > From(weeksBack) && b.On <= Day);

    /// <summary>The share of the 26 weeks before with a paid hour.</summary>
    public double PaidShareBefore(DateOnly day) =>
        Course.PaidWeeks.Count(w => w.AddDays(6) < day && w.AddDays(6) >= day.AddDays(-7 * Landmark.WeeksBack))
        / (double)Landmark.WeeksBack;

    /// <summary>Where the citizen said to stand in the newest measurement of the 26 weeks before.</summary>
    public double? LevelBefore(DateOnly day) =>
        Course.Levels.LastOrDefault(l => l.On < day && l.On >= day.AddDays(-7 * Landmark.WeeksBack))?.Level;

    /// <summary>
    /// Whether the citizen left for ordinary work within a year and stood in no target group at its end; null where
    /// nobody knows: for those who moved away or died, or left without anybody writing down what to.
    /// </summary>
    public bool? IsInJob(DateOnly last)
    {
        var left = Course.Spells.Where(s => s.To >= Day && s.To < last).ToList();
        if (left.Any(s => s.EndKind is SpellEnd.MovedAway or SpellEnd.Died))
            return null;
        if (Course.Spells.Any(s => s.From <= last && (s.To is not { } to || to >= last)))
            return false;
        return left.Any(s => s.EndKind == SpellEnd.Job) ? true
            : left.MaxBy(s => s.To)?.EndKind is null ? null
            : false;
    }
}
