using Virker.Casework.Citizens;
using Virker.Casework.Cohorts;
using Virker.Casework.PaidHours;
using Virker.Platform;
using Virker.Statistics;
using Virker.Statistics.Distributions;
using Virker.Statistics.Regression;
using Virker.Statistics.Survival;
using Virker.Statistics.Trials;

namespace Virker.Effects.Trials;

/// <summary>A citizen in a trial.</summary>
public sealed record TrialPerson(Arm Arm, Followed Followed);

/// <summary>
/// The analysis that was planned: by the arm that was drawn, whatever came of it (intention to treat). Pure; the
/// definitions are those of <c>docs/method/trials.md</c>.
/// </summary>
public static class TrialAnalysis
{
    /// <summary>The register's hours of a month come in the month after; until then nobody knows.</summary>
    public const int ReportingWeeks = 6;

    /// <summary>Fewer whose outcome is known in an arm are not shown.</summary>
    public const int LeastInArm = 5;

    /// <summary>Progress is measured every third month and a measurement is open for another: what is older says nothing
    /// of the window's end.</summary>
    public const int LastMeasuredWeeks = 17;

    /// <summary>The day after which everything about a citizen's window is reported.</summary>
    public static DateOnly KnownAfter(DateOnly on, int weeks) => LastDay(on, weeks + ReportingWeeks);

    /// <summary>The last day a citizen is followed: so many weeks from the first Monday after the lot.</summary>
    public static DateOnly LastDay(DateOnly on, int weeks) => on.Monday().AddDays(7 + 7 * weeks - 1);

    /// <summary>
    /// The outcome; null while the window is open, and where the citizen moved away or died in it without the event.
    /// What happened early waits as well, or successes would be counted before failures.
    /// </summary>
    public static double? Outcome(OutcomeKind kind, Followed person, int weeks, DateOnly today)
    {
        if (KnownAfter(person.On, weeks) >= today)
            return null;
        var last = LastDay(person.On, weeks);
        int hour = HoursDefinition.On(person.On).HourMinutes;
        bool isGone = person.Left.Any(l => l.To is SpellEnd.MovedAway or SpellEnd.Died && l.On <= last);
        double? otherwise = isGone ? null : 0;
        return kind switch
        {
            OutcomeKind.AnyPaidHour => person.MinutesByWeek.Any(m => m >= hour) ? 1 : otherwise,
            OutcomeKind.InPaidHours => person.MinutesByWeek.TakeLast(4).Any(m => m >= hour) ? 1 : otherwise,
            OutcomeKind.LeftToJob => person.Left.Any(l => l.To == SpellEnd.Job && l.On <= last) ? 1 : otherwise,
            OutcomeKind.PaidHours => isGone ? null : person.MinutesByWeek.Sum() / 60.0,
            OutcomeKind.Progress => person
                .Levels.LastOrDefault(l => l.On <= last && l.On > last.AddDays(-7 * LastMeasuredWeeks))
                ?.Level,
        };
    }

    /// <param name="people">Everybody with a lot.</param>
    /// <returns>Null when an arm has too few whose primary outcome is known.</returns>
    public static TrialResult? Of(TrialPlan plan, IReadOnlyList<TrialPerson> people, DateOnly today)
    {
        int weeks = plan.Weeks!.Value;
        TrialPerson[] due = [.. people.Where(p => KnownAfter(p.Followed.On, weeks) < today)];
        List<OutcomeResult> outcomes = [];
        foreach (var kind in plan.Outcomes)
        {
            double?[] values = [.. due.Select(p => Outcome(kind, p.Followed, weeks, today))];
            if (OutcomeOf(kind, plan, due, values) is { } result)
                outcomes.Add(result);
            else if (outcomes.Count == 0)
                return null;
        }

        var holm = Multiplicity.Holm([.. outcomes.Skip(1).Select(o => o.Plain.P ?? 1)]);
        var (treated, usual) = (due.Where(p => p.Arm == Arm.Treatment), due.Where(p => p.Arm == Arm.Usual));
        var firsts = FirstHours(due, weeks);
        return new(
            today,
            Count(due),
            [outcomes[0], .. outcomes.Skip(1).Select((o, i) => o with { HolmP = holm[i] })],
            [.. Enum.GetValues<BaselineKind>().Select(kind => Balance(kind, [.. treated], [.. usual]))],
            Count(due.Where(p => Received(plan, p.Followed) == 1)),
            [
                .. firsts
                    .GroupBy(f => f.Arm)
                    .OrderBy(g => g.Key)
                    .SelectMany(g => CurveOf(g.Key, [.. g.Select(f => f.Weeks)], [.. g.Select(f => f.Had)], weeks)),
            ],
            firsts.Any(f => f.Had)
                ? LogRank
                    .Test(
                        [.. firsts.Select(f => f.Weeks)],
                        [.. firsts.Select(f => f.Had)],
                        [.. firsts.Select(f => f.Arm.Code())]
                    )
                    .P
                : null,
            [.. HoursOf(Arm.Usual, [.. usual], weeks), .. HoursOf(Arm.Treatment, [.. treated], weeks)]
        );
    }

    private static OutcomeResult? OutcomeOf(OutcomeKind kind, TrialPlan plan, TrialPerson[] people, double?[] values)
    {
        int[] known = [.. Enumerable.Range(0, people.Length).Where(i => values[i] is not null)];
        double[] y = [.. known.Select(i => values[i]!.Value)];
        bool[] arm = [.. known.Select(i => people[i].Arm == Arm.Treatment)];
        double[] treated = [.. y.Where((_, i) => arm[i])];
        double[] usual = [.. y.Where((_, i) => !arm[i])];
        if (treated.Length < LeastInArm || usual.Length < LeastInArm)
            return null;
        var traits = OutcomeKinds.Of(kind);
        var plain = traits.IsShare ? Shares(treated, usual) : Means(treated, usual);
        var chance = RandomisationInference.Of(y, arm);
        return new(
            kind,
            new(treated.Length, usual.Length),
            traits.IsShare ? new((int)treated.Sum(), (int)usual.Sum()) : null,
            treated.Average(),
            usual.Average(),
            [
                plain,
                .. Adjusted(y, arm, [.. known.Select(i => people[i].Followed)]),
                new(Estimator.Randomisation, chance.Difference, null, null, Finite(chance.P)),
                .. Complier(y, arm, [.. known.Select(i => Received(plan, people[i].Followed))]),
            ],
            null,
            known.Length == people.Length ? null : WorstCase(people, values, traits.Range(plan.Weeks!.Value))
        );
    }

    private static Estimate Shares(double[] treated, double[] usual)
    {
        var shares = TwoArms.DifferenceInShares((int)treated.Sum(), treated.Length, (int)usual.Sum(), usual.Length);
        var d = shares.Difference;
        return new(Estimator.Difference, d.Estimate, d.CiLow, d.CiHigh, Finite(shares.P));
    }

    private static Estimate Means(double[] treated, double[] usual)
    {
        var d = TwoArms.DifferenceInMeans(treated, usual);
        return new(Estimator.Difference, d.Estimate, Finite(d.CiLow), Finite(d.CiHigh), Finite(d.P));
    }

    // Left out where too few, or too much alike, make the adjustment impossible; the plain difference stands.
    private static IEnumerable<Estimate> Adjusted(double[] y, bool[] arm, Followed[] people)
    {
        Predictor[] covariates =
        [
            .. BaselineKinds
                .All.Select(known => new Predictor(known.Column, [.. people.Select(known.Of)]))
                .Where(c => c.Values.Where((_, i) => arm[i]).Distinct().Count() > 1)
                .Where(c => c.Values.Where((_, i) => !arm[i]).Distinct().Count() > 1),
        ];
        if (covariates.Length == 0 || y.Length < 10 * (covariates.Length + 1))
            return [];
        try
        {
            var fit = TwoArms.Adjusted(y, arm, covariates);
            return [new(Estimator.Adjusted, fit.Estimate, Finite(fit.CiLow), Finite(fit.CiHigh), Finite(fit.P))];
        }
        catch (NoEstimateException)
        {
            return [];
        }
    }

    // Left out where as many began in both arms: then nobody began because of the lot.
    private static IEnumerable<Estimate> Complier(double[] y, bool[] arm, double[] received)
    {
        try
        {
            var effect = ComplierEffect.Of(y, arm, received, []);
            var set = effect.AndersonRubin;
            var isInterval = set.Shape == AndersonRubinShape.Interval;
            return
            [
                new(
                    Estimator.Complier,
                    effect.Effect.Estimate,
                    isInterval ? Finite(set.Low) : null,
                    isInterval ? Finite(set.High) : null,
                    Finite(effect.IntentionToTreat.P)
                ),
            ];
        }
        catch (NoEstimateException)
        {
            return [];
        }
    }

    private static Bounds WorstCase(TrialPerson[] people, double?[] values, (int Least, int Most) range)
    {
        var bounds = MissingOutcomes.WorstCase(
            values,
            [.. people.Select(p => p.Arm == Arm.Treatment)],
            range.Least,
            Math.Max(range.Most, values.Max() ?? 0)
        );
        return new(bounds.Low, bounds.High, bounds.CiLow, bounds.CiHigh);
    }

    /// <summary>1 where the plan shows that the intervention was begun in the window.</summary>
    internal static double Received(TrialPlan plan, Followed person) =>
        person.Started.Any(s =>
            s.From <= LastDay(person.On, plan.Weeks!.Value)
            && (
                s.Intervention == plan.Intervention
                || s.Intervention.StartsWith(plan.Intervention + ".", StringComparison.Ordinal)
            )
        )
            ? 1
            : 0;

    private static BalanceLine Balance(BaselineKind kind, TrialPerson[] treated, TrialPerson[] usual)
    {
        var of = BaselineKinds.Of(kind).Of;
        double[] one = [.. treated.Select(p => of(p.Followed))];
        double[] none = [.. usual.Select(p => of(p.Followed))];
        double spread = Math.Sqrt((Variance(one) + Variance(none)) / 2);
        double difference = one.Average() - none.Average();
        return new(kind, one.Average(), none.Average(), spread > 0 ? difference / spread : null);
    }

    // In weeks; who moved away or died before is followed until then.
    private static List<(Arm Arm, double Weeks, bool Had)> FirstHours(TrialPerson[] people, int weeks) =>
        [.. people.Select(p => FirstHour(p, weeks))];

    internal static (Arm Arm, double Weeks, bool Had) FirstHour(TrialPerson person, int weeks)
    {
        var followed = person.Followed;
        int hour = HoursDefinition.On(followed.On).HourMinutes;
        int before = followed.MinutesByWeek.TakeWhile(m => m < hour).Count();
        if (before < weeks)
            return (person.Arm, before + 1.0, true);
        var start = followed.On.Monday().AddDays(7);
        int gone = followed
            .Left.Where(l => l.To is SpellEnd.MovedAway or SpellEnd.Died)
            .Select(l => Math.Max(1, (l.On.DayNumber - start.DayNumber) / 7))
            .DefaultIfEmpty(weeks)
            .Min();
        return (person.Arm, Math.Min(weeks, gone), false);
    }

    private static IEnumerable<WeekPoint> CurveOf(Arm arm, double[] times, bool[] had, int weeks)
    {
        var curve = KaplanMeier.Fit(times, had);
        for (int week = 0; week <= weeks; week++)
        {
            var point = curve.At(week, CurveInterval.LogLog);
            yield return new(
                arm,
                week,
                1 - point.Survival,
                Finite(1 - point.CiHigh) ?? 1 - point.Survival,
                Finite(1 - point.CiLow) ?? 1 - point.Survival
            );
        }
    }

    private static IEnumerable<WeekPoint> HoursOf(Arm arm, TrialPerson[] people, int weeks)
    {
        for (int week = 0; week < weeks; week++)
        {
            double[] hours = [.. people.Select(p => p.Followed.MinutesByWeek[week] / 60.0)];
            double half = StudentT.QuantileUpper(0.025, hours.Length - 1) * Math.Sqrt(Variance(hours) / hours.Length);
            double mean = hours.Average();
            yield return new(arm, week + 1, mean, Math.Max(0, mean - half), mean + half);
        }
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }

    private static FlowCounts Count(IEnumerable<TrialPerson> people) =>
        new(people.Count(p => p.Arm == Arm.Treatment), people.Count(p => p.Arm == Arm.Usual));

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
