using Virker.Casework.Beliefs;
using Virker.Casework.Cohorts;
using Virker.Effects.Trials;
using Virker.Platform;

namespace Virker.Effects.Practice;

/// <summary>From courses to numbers that may be shown. Pure; the definitions are those of
/// <c>docs/method/practice.md</c>.</summary>
internal static class PracticeAnalysis
{
    /// <summary>How many quarters the chart over time goes back.</summary>
    public const int Quarters = 12;

    /// <summary>The newest day whose year has passed and been reported.</summary>
    public static DateOnly NewestDay(DateOnly today)
    {
        var day = today.Quarter().AddYears(-1);
        return day.AddYears(1).AddDays(7 * TrialAnalysis.ReportingWeeks) <= today ? day : day.AddMonths(-3);
    }

    /// <summary>How far back courses must be known: the first quarter of the chart, and the half year before the half
    /// year before the day.</summary>
    public static DateOnly FirstDay(DateOnly day, DateOnly today) =>
        new[] { day.AddDays(-2 * 7 * Landmark.WeeksBack), today.Quarter().AddMonths(-3 * Quarters) }.Min();

    /// <param name="teamOf">A worker's team; null without one.</param>
    public static PracticeResult Of(
        IReadOnlyList<Course> courses,
        Func<Guid, string?> teamOf,
        DateOnly day,
        DateOnly today
    )
    {
        var last = day.AddYears(1).AddDays(-1);
        var all = Landmark.At(courses, day, Landmark.WeeksBack);
        LandmarkPerson[] followed = [.. all.Where(p => p.IsInJob(last) is not null)];
        var whole = new GroupCount(followed.Length, followed.Count(p => p.IsInJob(last) == true));
        var quarters = Enumerable
            .Range(0, Quarters)
            .Select(i => today.Quarter().AddMonths(3 * (i - Quarters + 1)))
            .ToDictionary(quarter => quarter, quarter => Landmark.At(courses, quarter, Landmark.QuarterWeeks));
        var questions = Enum.GetValues<PracticeQuestion>().Select(question => Question.Of(question, followed)).ToList();
        QuestionResult[] answers = [.. questions.Select(q => Answer(q, followed, last, whole, quarters, teamOf))];
        return new(
            day,
            last,
            whole.People,
            Suppression.IsLarge(whole) ? whole.Had : null,
            all.Count - followed.Length,
            answers,
            CompareTeams.Of(
                [
                    .. followed.Select(p => new TeamRow(
                        teamOf(p.Worker),
                        p.Course.CitizenId,
                        Row(new(p, false, null), last)
                    )),
                ],
                [
                    .. questions
                        .Zip(answers)
                        .Where(q => q.Second.Comparison?.With is not null)
                        .SelectMany(q => q.First.Asked.GroupBy(a => a.Had))
                        .Select(side => side.Select(a => a.Person.Course.CitizenId).ToHashSet()),
                ]
            )
        );
    }

    private static QuestionResult Answer(
        Question about,
        IReadOnlyList<LandmarkPerson> followed,
        DateOnly last,
        GroupCount whole,
        IReadOnlyDictionary<DateOnly, IReadOnlyList<LandmarkPerson>> quarters,
        Func<Guid, string?> teamOf
    )
    {
        var (question, cut, asked) = about;
        bool mayShow = MayShow(question, asked);
        var (comparison, whyNot) = mayShow
            ? ComparePractice.Of([.. asked.Select(a => Row(a, last))])
            : (null, WhyNot.TooFew);
        if (!Suppression.MayStandBeside(whole, new(asked.Count, asked.Count(a => a.Person.IsInJob(last) == true))))
            comparison = comparison?.Rounded();
        return new(
            question,
            cut,
            comparison,
            whyNot,
            mayShow ? Teams(question, asked, followed, teamOf) : [],
            [
                .. quarters
                    .OrderBy(q => q.Key)
                    .Select(q =>
                    {
                        var quarterly = PracticeQuestions.Of(question).Ask(q.Value, Landmark.QuarterWeeks, cut);
                        var count = Count(quarterly);
                        bool isShown = Suppression.IsLarge(count) && MayShow(question, quarterly);
                        return new QuarterShare(q.Key, isShown ? count.Share : null);
                    }),
            ]
        );
    }

    /// <summary>Belief is shown for five workers or more only, of whom none gave more than half.</summary>
    private static bool MayShow(PracticeQuestion question, IReadOnlyList<Asked> asked) =>
        !PracticeQuestions.Of(question).IsOfBelief || GroupRule.Shown([Givers(asked)]).Count == 1;

    private static Dictionary<Guid, int> Givers(IEnumerable<Asked> asked) =>
        asked.CountBy(a => a.Belief!.WorkerId).ToDictionary();

    /// <summary>What was known before: before the half year that is looked into, or before the belief was given.</summary>
    private static PracticeRow Row(Asked asked, DateOnly last)
    {
        var person = asked.Person;
        var before = asked.Belief?.On ?? person.From(Landmark.WeeksBack);
        return new(
            asked.Had,
            person.IsInJob(last) == true,
            asked.Belief?.WorkerId ?? person.Worker,
            (before.DayNumber - person.Course.BornOn.DayNumber) / 365.25,
            Math.Max(0, (before.DayNumber - person.Since!.Value.DayNumber) / 7.0),
            person.PaidShareBefore(before),
            person.TargetGroup,
            person.LevelBefore(before)
        );
    }

    private static IReadOnlyList<TeamShare> Teams(
        PracticeQuestion question,
        IReadOnlyList<Asked> asked,
        IReadOnlyList<LandmarkPerson> followed,
        Func<Guid, string?> teamOf
    )
    {
        if (!Suppression.IsLarge(Count(asked)))
            return [];
        var teams = asked
            .GroupBy(a => teamOf(a.Person.Worker))
            .OrderBy(t => t.Key is null)
            .ThenBy(t => t.Key, Danish.Alphabet)
            .ToList();
        // Others ask of the whole team: what is left of it must not be few.
        var sizes = followed.CountBy(p => teamOf(p.Worker) ?? "").ToDictionary();
        HashSet<int> barred =
        [
            .. Enumerable
                .Range(0, teams.Count)
                .Where(i => sizes[teams[i].Key ?? ""] - teams[i].Count() is > 0 and < Suppression.Least),
        ];
        if (PracticeQuestions.Of(question).IsOfBelief)
        {
            var allowed = GroupRule.Shown([Givers(asked), .. teams.Select(Givers)]);
            barred.UnionWith(Enumerable.Range(0, teams.Count).Where(i => !allowed.Contains(i + 1)));
        }

        var counts = teams.Select(t => Count([.. t])).ToList();
        return
        [
            .. Suppression
                .Shown(counts, barred)
                .Order()
                .Select(i => new TeamShare(teams[i].Key, counts[i].People, counts[i].Had)),
        ];
    }

    private static GroupCount Count(IReadOnlyList<Asked> asked) => new(asked.Count, asked.Count(a => a.Had));

    /// <summary>A question, where its middle lies, and those it can be answered for.</summary>
    private sealed record Question(PracticeQuestion Kind, int? Cut, List<Asked> Asked)
    {
        public static Question Of(PracticeQuestion kind, IReadOnlyList<LandmarkPerson> followed)
        {
            var question = PracticeQuestions.Of(kind);
            int? cut = question.Cut(followed);
            return new(kind, cut, question.Ask(followed, Landmark.WeeksBack, cut));
        }
    }
}
