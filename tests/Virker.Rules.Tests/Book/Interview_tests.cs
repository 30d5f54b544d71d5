using Virker.Platform;

namespace Virker.Rules.Tests.Book;

public sealed class Interview_tests
{
    private static readonly DateOnly Start = new(2026, 7, 1);

    private static InterviewFacts JobReady =>
        new()
        {
            TargetGroup = "6.2",
            Since = Start,
            Today = Start.AddDays(7),
        };

    [Fact]
    public void Four_interviews_in_six_months_are_spread_evenly_and_the_last_is_due_on_the_last_day()
    {
        var held = new List<DateOnly>();
        var due = new List<DateOnly?>();
        for (var i = 0; i < 4; i++)
        {
            due.Add(Check(JobReady with { Held = [.. held] }).NextBy);
            held.Add(Start.AddDays(i));
        }
        Assert.Equal(
            [
                new DateOnly(2026, 8, 15),
                new DateOnly(2026, 9, 30),
                new DateOnly(2026, 11, 15),
                new DateOnly(2026, 12, 31),
            ],
            due.OfType<DateOnly>()
        );
    }

    [Fact]
    public void After_them_the_municipality_s_own_rhythm_holds()
    {
        var held = Enumerable.Range(1, 4).Select(i => Start.AddDays(i)).ToList();
        var check = Check(JobReady with { Held = held });
        Assert.Equal(held[^1].AddDays(8 * 7), check.NextBy);
        Assert.Contains("norm of the house", check.Why.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-08-15", false)]
    [InlineData("2026-08-16", true)]
    public void An_interview_is_late_the_day_after_it_was_due(string today, bool isLate) =>
        Assert.Equal(
            isLate,
            Check(JobReady with { Today = DateOnly.Parse(today, null) }).Messages.Any(m => m.RuleId == "INT-03")
        );

    [Theory]
    [InlineData("2026-06-30", "INT-01", 3)]
    [InlineData("2026-07-01", "INT-04", 2)]
    public void Unemployment_benefit_has_other_numbers_before_and_after_the_reform(string day, string rule, int needed)
    {
        var since = new DateOnly(2026, 4, 1);
        var check = Check(
            new InterviewFacts
            {
                TargetGroup = "6.1",
                Since = since,
                Today = DateOnly.Parse(day, null),
            }
        );
        Assert.Contains($"of {needed}", check.Why.En, StringComparison.Ordinal);
        Assert.Contains(
            House.Book.Find(rule, DateOnly.Parse(day, null))!.Reference,
            check.Why.En,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Activity_ready_citizens_have_the_house_s_norm_and_no_number_of_the_law()
    {
        var check = Check(JobReady with { TargetGroup = "6.3" });
        Assert.Equal(Start.AddDays(12 * 7), check.NextBy);
        Assert.Empty(check.Messages);
    }

    [Fact]
    public void A_municipality_may_have_its_own_interval()
    {
        using var folder = new DataFolder().Add("contact_intervals.csv", "6.3,9901,2,,,Egen norm,Own norm");
        var facts = JobReady with { TargetGroup = "6.3", Municipality = "9901" };
        Assert.Equal(Start.AddDays(14), CheckInterviews.Against(RuleBook.Load(folder.Path), facts).NextBy);
    }

    [Fact]
    public void A_citizen_left_out_has_no_interview_due_but_only_after_the_first_one()
    {
        var first = Check(JobReady with { IsLeftOut = true });
        Assert.NotNull(first.NextBy);
        Assert.Contains(first.Messages, m => m is { RuleId: "INT-05", Level: RuleLevel.Warn });
        var later = Check(JobReady with { IsLeftOut = true, Held = [Start] });
        Assert.Null(later.NextBy);
        Assert.Contains(later.Messages, m => m is { RuleId: "INT-06", Level: RuleLevel.Inform });
    }

    [Fact]
    public void Nobody_under_the_work_duty_is_left_out()
    {
        var check = Check(JobReady with { IsLeftOut = true, HasWorkDuty = true, Held = [Start] });
        Assert.NotNull(check.NextBy);
        Assert.Contains(check.Messages, m => m is { RuleId: "INT-06", Level: RuleLevel.Warn });
    }

    [Theory]
    [InlineData("2026-01-01", "2026-06-30", false)]
    [InlineData("2025-12-30", "2026-06-30", true)]
    [InlineData("2025-12-30", "2026-07-01", false)]
    public void The_first_offer_was_due_within_six_months_until_the_reform(string since, string today, bool isLate)
    {
        var facts = JobReady with
        {
            TargetGroup = "6.3",
            Since = DateOnly.Parse(since, null),
            Today = DateOnly.Parse(today, null),
        };
        Assert.Equal(isLate, Check(facts).Messages.Any(m => m is { RuleId: "INT-11", Level: RuleLevel.Warn }));
        var offered = Check(facts with { LatestOffer = facts.Today.AddMonths(-11) });
        Assert.DoesNotContain(offered.Messages, m => m.RuleId == "INT-11");
    }

    [Theory]
    [InlineData("2026-12-30", true)]
    [InlineData("2026-12-31", false)]
    public void A_sick_listed_citizen_expected_back_within_26_weeks_is_left_to_the_employer(string back, bool isLeftOut)
    {
        var check = Check(JobReady with { TargetGroup = "6.6", ExpectedBack = DateOnly.Parse(back, null) });
        Assert.Equal(isLeftOut, check.NextBy is null);
    }

    [Theory]
    [InlineData("2027-10-31", false)]
    [InlineData("2027-11-01", true)]
    public void The_intensified_interview_is_late_after_sixteen_months(string today, bool isLate)
    {
        var facts = JobReady with { TargetGroup = "6.1", Today = DateOnly.Parse(today, null) };
        Assert.Equal(isLate, Check(facts).Messages.Any(m => m.RuleId == "INT-08"));
        Assert.DoesNotContain(Check(facts with { HadIntensified = true }).Messages, m => m.RuleId == "INT-08");
    }

    [Fact]
    public void Missing_interviews_are_told_for_a_month_and_old_courses_are_left_in_peace()
    {
        var end = new DateOnly(2026, 12, 31);
        Assert.Contains(Check(JobReady with { Today = end.AddDays(1) }).Messages, m => m.RuleId == "INT-03");
        Assert.DoesNotContain(Check(JobReady with { Today = end.AddMonths(2) }).Messages, m => m.RuleId == "INT-03");
        Assert.DoesNotContain(
            Check(JobReady with { Since = new DateOnly(2025, 12, 20) }).Messages,
            m => m.RuleId == "INT-03"
        );
    }

    [Fact]
    public void A_day_before_the_course_is_refused() =>
        Assert.Throws<InvalidInputException>(() => Check(JobReady with { Today = Start.AddDays(-1) }));

    private static InterviewCheck Check(InterviewFacts facts) => CheckInterviews.Against(House.Book, facts);
}
