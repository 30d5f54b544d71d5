using Virker.Casework.Citizens;
using Virker.Platform;

namespace Virker.Demo.Lives;

/// <summary>What every caseworker's day must hold: the first few of those with a running case get one each.</summary>
internal enum Story
{
    None,

    /// <summary>A conversation today.</summary>
    Today,

    /// <summary>A conversation today, and a next step that is late.</summary>
    Late,

    /// <summary>A milestone last week.</summary>
    Milestone,

    /// <summary>Nothing has happened for months.</summary>
    StandsStill,
}

/// <summary>A time with ordinary paid hours at one workplace.</summary>
/// <param name="From">A Monday.</param>
/// <param name="To">The last Sunday with hours; null while they run.</param>
internal sealed record HoursCourse(DateOnly From, DateOnly? To);

/// <summary>A citizen's life in outline: drawn before any of it is written down.</summary>
/// <param name="From">The first day in the target group.</param>
/// <param name="ClosedOn">The last day; null while the case runs.</param>
/// <param name="IsBelievedIn">The caseworker expects a job within a year.</param>
/// <param name="NewContacts">Times the primary contact changed.</param>
internal sealed record Fate(
    string TargetGroup,
    bool IsWoman,
    DateOnly BornOn,
    DateOnly From,
    DateOnly? ClosedOn,
    string? EndReason,
    bool IsBelievedIn,
    int NewContacts,
    HoursCourse? Hours
)
{
    public const string Job = "Ordinært job";

    private static readonly string[] OtherEnds =
    [
        "Fleksjob",
        "Førtidspension",
        "Uddannelse",
        "Flyttet til en anden kommune",
        "Overgået til anden ydelse",
    ];

    /// <summary>What a citizen who left for the reason left to; null where another target group took over.</summary>
    public static SpellEnd? EndKind(string? reason) =>
        reason switch
        {
            Job or "Raskmeldt" => SpellEnd.Job,
            "Fleksjob" => SpellEnd.FlexJob,
            "Førtidspension" => SpellEnd.DisabilityPension,
            "Uddannelse" => SpellEnd.Education,
            "Flyttet til en anden kommune" => SpellEnd.MovedAway,
            "Overgået til anden ydelse" => SpellEnd.OtherBenefit,
            _ => null,
        };

    public bool IsOpen => ClosedOn is null;

    public bool IsActivityReady => TargetGroup is "6.3" or "6.5";

    public static Fate Draw(Dice dice, DateOnly today)
    {
        bool isYoung = dice.Chance(DemoShares.UnderThirty);
        string group = Group(dice, isYoung);
        int days = Math.Max(8, Days(dice, group));
        // Nobody is a case before eighteen or after sixty-six.
        int age = Math.Max(isYoung ? dice.Between(18, 29) : dice.Between(30, 64), 18 + days / 365 + 1);
        if (age > 66)
            (age, days) = (66, Math.Min(days, 47 * 365));
        var bornOn = today.AddYears(-age).AddDays(-dice.Between(0, 364));
        if (group == "6.5" && age > 29)
            group = "6.3";
        var from = today.AddDays(-days);
        bool isBelievedIn = dice.Chance(DemoShares.BelievedIn);
        int newContacts =
            days < 60 || !dice.Chance(DemoShares.NewContact * 1.02)
                ? 0
                : 1 + (dice.Chance(0.3) ? 1 : 0) + (dice.Chance(0.08) ? 1 : 0);
        var hours = DrawHours(dice, from, today);
        bool lasts = hours is not null && hours.To is null;
        var (closedOn, reason) = End(dice, group, from, today, Factor(isBelievedIn, newContacts > 0, lasts));
        if (hours is not null && closedOn is { } end)
        {
            hours =
                hours.From >= end.AddDays(-14)
                    ? null
                    : hours with
                    {
                        To = Earlier(hours.To, end.AddDays(-7).LastSunday()),
                    };
        }
        return new Fate(group, dice.Chance(0.5), bornOn, from, closedOn, reason, isBelievedIn, newContacts, hours);
    }

    private static string Group(Dice dice, bool isYoung)
    {
        double share = dice.Share();
        if (share < DemoShares.Sick)
            return "6.6";
        if (share < DemoShares.Sick + DemoShares.JobClarification)
            return "6.7";
        if (!dice.Chance(DemoShares.ActivityReady))
            return "6.2";
        return isYoung ? "6.5" : "6.3";
    }

    /// <summary>Days in the group until today.</summary>
    private static int Days(Dice dice, string group) =>
        group switch
        {
            "6.2" => (int)dice.LogNormal(240, 0.8),
            "6.6" => (int)Math.Min(dice.LogNormal(120, 0.7), 600),
            "6.7" => (int)dice.LogNormal(400, 0.6),
            _ => (int)dice.LogNormal(DemoShares.ActivityReadyDays, 0.9),
        };

    /// <summary>How much likelier a job is for this citizen; 1 on average.</summary>
    private static double Factor(bool isBelievedIn, bool hasNewContact, bool hoursLast)
    {
        const double believed = DemoShares.JobAfterYearBelievedIn / DemoShares.JobAfterYear;
        const double changed = DemoShares.JobAfterYearNewContact / DemoShares.JobAfterYear;
        const double lasting = 3.8;
        const double lastingShare = HoursStart * DemoShares.HoursLast;
        return (isBelievedIn ? believed : Other(believed, DemoShares.BelievedIn))
            * (hasNewContact ? changed : Other(changed, DemoShares.NewContact))
            * (hoursLast ? lasting : Other(lasting, lastingShare));

        static double Other(double factor, double share) => (1 - share * factor) / (1 - share);
    }

    /// <summary>Whether the case ended within the last year, and how.</summary>
    private static (DateOnly?, string?) End(Dice dice, string group, DateOnly from, DateOnly today, double factor)
    {
        int days = today.DayNumber - from.DayNumber;
        if (days < 60)
            return (null, null);
        double job = group switch
        {
            "6.2" or "6.6" => 0.35,
            "6.7" => 0.12,
            _ => DemoShares.JobAfterYear,
        };
        // Those who came within the year have had less of it to leave in.
        double time = Math.Min(1, days / 365.0);
        double share = dice.Share();
        string? reason =
            share < job * factor * time ? Job
            : share > 1 - 0.09 * time ? dice.Pick(OtherEnds)
            : null;
        return reason is null
            ? (null, null)
            : (
                today.AddDays(-dice.Between(3, Math.Min(364, days - 40))),
                group == "6.6" && reason == Job ? "Raskmeldt" : reason
            );
    }

    /// <summary>Set so that, with those who have left, <see cref="DemoShares.PaidHoursNow"/> have hours today; a
    /// <see cref="Story"/> adds its own.</summary>
    private const double HoursStart = 0.175;

    /// <summary>Starts of the last two years: half last, a quarter stop within three months, a quarter within the year.</summary>
    private static HoursCourse? DrawHours(Dice dice, DateOnly from, DateOnly today)
    {
        int weeksAgo = dice.Between(1, 104);
        var start = today.AddDays(-7 * weeksAgo).Monday();
        double share = dice.Share();
        int length = share < DemoShares.HoursStopEarly ? dice.Between(1, 12) : dice.Between(13, 51);
        bool lasts = share >= 1 - DemoShares.HoursLast;
        return !dice.Chance(HoursStart) || start < from.AddDays(14)
            ? null
            : new HoursCourse(start, lasts || length >= weeksAgo ? null : start.AddDays(7 * length - 1));
    }

    /// <summary>The same life with paid hours that reach a milestone in the week before this one.</summary>
    public Fate WithMilestone(Dice dice, DateOnly today)
    {
        var start = today.Monday().AddDays(-7 * dice.Pick([1, 13, 26]));
        return this with { Hours = new HoursCourse(start, null) };
    }

    private static DateOnly Earlier(DateOnly? a, DateOnly b) => a is { } x && x < b ? x : b;
}

internal static class Sundays
{
    /// <summary>The Sunday that ends the last whole week before or on the day.</summary>
    public static DateOnly LastSunday(this DateOnly day) => day.AddDays(1).Monday().AddDays(-1);
}
