using Virker.Casework.Citizens;
using Virker.Casework.Employers;
using Virker.Casework.PaidHours;
using Virker.Casework.Placements;
using Virker.Demo;
using Virker.Demo.Lives;
using static Virker.Casework.Tests.Demo.DemoHouse;

namespace Virker.Casework.Tests.Demo;

/// <summary>What the lives of 5,000 citizens add up to, held against what they were drawn by.</summary>
public sealed class Shares_tests
{
    private static readonly DemoWorld Municipality = World(5000);
    private static readonly List<Life> All = Lives(Municipality);
    private static readonly List<Life> Open = [.. All.Where(l => l.Fate.IsOpen)];

    /// <summary>Activity-ready a year ago: those the year's outcome is counted for.</summary>
    private static readonly List<Life> Cohort =
    [
        .. All.Where(l => l.Fate.IsActivityReady && l.Fate.From <= Today.AddDays(-365)),
    ];

    [Fact]
    public void Four_in_five_on_cash_or_education_benefit_are_activity_ready() =>
        Near(0.80, All.Where(l => l.Fate.TargetGroup is "6.2" or "6.3" or "6.5"), l => l.Fate.IsActivityReady, 0.02);

    [Fact]
    public void Running_cases_of_the_activity_ready_have_lasted_thirty_months_in_the_median()
    {
        var days = All.Where(l => l.Fate.IsActivityReady)
            .Select(l => Today.DayNumber - l.Fate.From.DayNumber)
            .Order()
            .ToList();
        Assert.InRange(days[days.Count / 2] / 30.4, 27, 33);
    }

    [Fact]
    public void Eight_in_a_hundred_have_paid_hours_now_and_one_in_eight_is_at_a_workplace()
    {
        Near(0.08, Open, l => l.Of<ReportedWeek>().Any(w => w.Week >= Today.AddDays(-35) && w.Minutes > 0), 0.012);
        Near(0.125, Open, l => l.Of<Placement>().Any(p => p.From <= Today && p.State == PlacementState.Agreed), 0.02);
    }

    [Fact]
    public void Half_of_the_starts_with_paid_hours_last_a_year_and_a_quarter_stop_within_three_months()
    {
        var starts = All.Where(l =>
                l.Fate.Hours is { } h
                && h.From <= Today.AddDays(-364)
                && (l.Fate.IsOpen || l.Fate.EndReason == Fate.Job || h.To < h.From.AddDays(363))
            )
            .ToList();
        int Weeks(Life l) => ((l.Fate.Hours!.To ?? Today).DayNumber - l.Fate.Hours.From.DayNumber + 1) / 7;
        Near(0.50, starts, l => Weeks(l) >= 52 || (!l.Fate.IsOpen && l.Fate.EndReason == Fate.Job), 0.09);
        Near(0.26, starts, l => Weeks(l) <= 13 && l.Fate.EndReason != Fate.Job, 0.08);
    }

    [Fact]
    public void Those_who_go_on_with_paid_hours_work_more_than_when_they_began()
    {
        var lasting = Open.Where(l => l.Of<ReportedWeek>().Count() > 26).ToList();
        double First(Life l) => l.Of<ReportedWeek>().Take(4).Average(w => w.Minutes);
        double Last(Life l) => l.Of<ReportedWeek>().TakeLast(4).Average(w => w.Minutes);
        Assert.True(lasting.Average(Last) > 1.5 * lasting.Average(First));
    }

    [Fact]
    public void Six_in_a_hundred_are_in_a_job_a_year_later_more_with_belief_and_fewer_with_a_new_contact()
    {
        Near(0.06, Cohort, InJob, 0.015);
        double Share(Func<Life, bool> who) => Cohort.Where(who).Average(l => InJob(l) ? 1.0 : 0.0);
        Assert.True(Share(l => l.Fate.IsBelievedIn) > Share(l => !l.Fate.IsBelievedIn));
        Assert.True(Share(l => l.Fate.NewContacts > 0) < Share(l => l.Fate.NewContacts == 0));
    }

    [Fact]
    public void Over_many_lives_belief_gives_eight_and_a_new_contact_gives_less_than_five()
    {
        var fates = Enumerable
            .Range(0, 60_000)
            .Select(i => Fate.Draw(new Dice(9, i), Today))
            .Where(f => f.IsActivityReady && f.From <= Today.AddDays(-365))
            .ToList();
        double Share(IEnumerable<Fate> who) => who.Average(f => f.EndReason == Fate.Job ? 1.0 : 0.0);
        Assert.InRange(Share(fates), 0.055, 0.065);
        Assert.InRange(Share(fates.Where(f => f.IsBelievedIn)), 0.073, 0.087);
        Assert.InRange(Share(fates.Where(f => f.NewContacts > 0)), 0.042, 0.052);
    }

    [Fact]
    public void Four_in_ten_have_met_a_new_primary_contact() =>
        Near(0.40, All, l => l.Of<PrimaryContact>().Count() > 1, 0.03);

    [Fact]
    public void A_few_have_a_protected_address() =>
        Near(0.015, All, l => l.Of<Citizen>().Single().IsAddressProtected, 0.006);

    [Fact]
    public void Workplaces_are_one_to_twelve_citizens_most_of_them_small_and_marked_as_made_up()
    {
        var workplaces = Municipality.Employers.Workplaces;
        Assert.Equal(5000 / 12, workplaces.Count);
        Near(0.85, workplaces, w => w.Place.Employees < 2000, 0.05);
        var companies = Municipality.Employers.Rows.OfType<Company>().ToList();
        Assert.All(companies, c => Assert.EndsWith("(opdigtet)", c.Name, StringComparison.Ordinal));
        Assert.All(companies, c => Assert.True(EmployerNumbers.IsCvr(c.Cvr) && c.Cvr[0] == '9'));
        Assert.Equal(companies.Count, companies.Select(c => c.Cvr).Distinct().Count());
    }

    private static bool InJob(Life life) => life.Fate.EndReason == Fate.Job;

    private static void Near<T>(double expected, IEnumerable<T> among, Func<T, bool> who, double tolerance)
    {
        var all = among.ToList();
        Assert.InRange(all.Count(who) / (double)all.Count, expected - tolerance, expected + tolerance);
    }
}
