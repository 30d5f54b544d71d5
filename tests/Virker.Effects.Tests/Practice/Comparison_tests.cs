using Virker.Effects.Practice;
using Virker.Statistics.Observational;
using Virker.Statistics.Randomness;
using Virker.Statistics.Trials;
using static Virker.Effects.Tests.Practice.MadeUpPractice;

namespace Virker.Effects.Tests.Practice;

/// <summary>What the comparison finds where the truth is known.</summary>
public sealed class Comparison_tests
{
    /// <summary>Hours add ten points to everybody's chance, or nothing; those who get them had more
    /// to begin with.</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(0)]
    public void The_adjusted_interval_holds_the_truth_and_the_raw_one_does_not(double lift)
    {
        const int Runs = 100;
        var (adjusted, raw) = (0, 0);
        for (ulong seed = 0; seed < Runs; seed++)
        {
            var found = Of(Municipality(seed + 1000, 1200, lift), PracticeQuestion.PaidHours)!;
            adjusted += found.Adjusted.Low <= lift && lift <= found.Adjusted.High ? 1 : 0;
            raw += found.Raw!.Low <= lift && lift <= found.Raw.High ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"adjusted {adjusted}, raw {raw} of {Runs}");
        Assert.InRange(adjusted, 0.92 * Runs, 0.98 * Runs);
        Assert.InRange(raw, 0, 0.75 * Runs);
    }

    /// <summary>Those who say they stand higher are given hours more often and get jobs more often; hours do nothing.
    /// A third was not asked.</summary>
    [Fact]
    public void Citizens_are_made_alike_on_where_they_say_they_stand()
    {
        const int Runs = 100;
        var (with, without) = (0, 0);
        for (ulong seed = 0; seed < Runs; seed++)
        {
            var source = new SeededSource(seed);
            PracticeRow[] rows =
            [
                .. Enumerable
                    .Range(0, 900)
                    .Select(i =>
                    {
                        double level = 1 + 4 * source.Uniform();
                        bool isAsked = i % 3 > 0;
                        double ease = isAsked ? (level - 1) / 8 : 0.25;
                        return new PracticeRow(
                            source.Uniform() < 0.1 + ease,
                            source.Uniform() < 0.05 + ease,
                            Worker(i % 30),
                            20 + 40 * source.Uniform(),
                            30 + 300 * source.Uniform(),
                            0,
                            "6.3",
                            isAsked ? level : null
                        );
                    }),
            ];
            var found = ComparePractice.Of(rows).Comparison!;
            Assert.Equal(
                [CaseMix.Age, CaseMix.WeeksInGroup, CaseMix.Progress, CaseMix.Measured],
                found.Balance.Select(b => b.Fact)
            );
            with += found.Adjusted is { Low: <= 0, High: >= 0 } ? 1 : 0;
            var blind = ComparePractice.Of([.. rows.Select(r => r with { Progress = null })]).Comparison!;
            without += blind.Adjusted is { Low: <= 0, High: >= 0 } ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"with {with}, without {without} of {Runs}");
        Assert.InRange(with, 0.9 * Runs, 0.99 * Runs);
        Assert.InRange(without, 0, 0.75 * Runs);
    }

    [Fact]
    public void A_measurement_of_few_is_not_told_from_none()
    {
        var rows = Rows(measured: 9);
        Assert.DoesNotContain(CaseMixFact.Of(rows, r => r.Had), f => f.Fact is CaseMix.Progress or CaseMix.Measured);
        // All but a few: no column for who was measured, and the few count as the middle.
        rows = Rows(measured: 91);
        var progress = Assert.Single(CaseMixFact.Of(rows, r => r.Had), f => f.Fact == CaseMix.Progress);
        Assert.DoesNotContain(CaseMixFact.Of(rows, r => r.Had), f => f.Fact == CaseMix.Measured);
        Assert.Equal(rows.Average(r => r.Progress)!.Value, progress.Predictor.Values[199], 1e-12);

        static PracticeRow[] Rows(int measured) =>
            [
                .. Enumerable
                    .Range(0, 200)
                    .Select(i => new PracticeRow(
                        i % 2 == 0,
                        i % 3 == 0,
                        Worker(i % 12),
                        30 + i % 7,
                        50 + i % 5,
                        0,
                        "6.3",
                        i / 2 < measured ? 1 + i % 5 : null
                    )),
            ];
    }

    [Fact]
    public void What_is_shown_is_what_the_library_finds()
    {
        var courses = Municipality(7, 1500, 0.1);
        var found = Of(courses, PracticeQuestion.PaidHours)!;
        var raw = TwoArms.DifferenceInShares(
            found.With!.Had,
            found.With.People,
            found.Without!.Had,
            found.Without.People
        );
        Assert.Equal(raw.Difference.Estimate, found.Raw!.Estimate);
        Assert.Equal(1500, found.With.People + found.Without.People);
        Assert.Equal(courses.Count(c => c.PaidWeeks.Count > 0), found.With.People);
        Assert.Equal(found.ShareWith - found.ShareWithout, found.Adjusted.Estimate, 1e-12);
        Assert.Equal(found.ShareWith / found.ShareWithout, found.Ratio.Estimate, 1e-12);
        Assert.Equal(
            EValue.Of(found.Ratio.Estimate, found.Ratio.Low, found.Ratio.High),
            new EValue(found.EValue, found.EValueOfInterval)
        );
        Assert.Equal(30, found.Workers);
        // Unlike before, alike when weighed.
        Assert.Contains(found.Balance, b => Math.Abs(b.Before) > 0.2);
        Assert.All(found.Balance, b => Assert.InRange(b.After, -0.1, 0.1));
        Assert.Equal([CaseMix.Age, CaseMix.WeeksInGroup, CaseMix.TargetGroup], found.Balance.Select(b => b.Fact));
    }

    [Fact]
    public void Too_few_jobs_or_workers_give_no_comparison()
    {
        Assert.Null(Of(Municipality(1, 40, 0), PracticeQuestion.PaidHours));
        var few = Review(Municipality(1, 800, 0.1, workers: ComparePractice.LeastWorkers - 2));
        Assert.Equal(WhyNot.TooFew, few.Questions[0].WhyNot);
    }

    [Fact]
    public void Groups_with_nobody_alike_are_not_compared()
    {
        PracticeRow[] rows =
        [
            .. Enumerable
                .Range(0, 200)
                .Select(i => new PracticeRow(
                    i < 100,
                    i % 3 == 0,
                    Worker(i % 12),
                    i < 100 ? 30 : 60,
                    50 + i % 7,
                    0,
                    "6.3",
                    null
                )),
        ];
        // Within each group everybody has the same age, so age cannot tell them apart: it is left out.
        Assert.NotNull(ComparePractice.Of(rows).Comparison);
        PracticeRow[] apart = [.. rows.Select((r, i) => r with { Age = r.Age + i % 5 })];
        Assert.Equal(WhyNot.NobodyAlike, ComparePractice.Of(apart).WhyNot);
    }

    private static PracticeComparison? Of(
        IReadOnlyList<Virker.Casework.Cohorts.Course> courses,
        PracticeQuestion question
    ) => Review(courses).Questions.Single(q => q.Question == question).Comparison;
}
