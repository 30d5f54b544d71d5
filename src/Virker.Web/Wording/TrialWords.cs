using System.Globalization;
using Virker.Casework.Cohorts;
using Virker.Casework.Options;
using Virker.Dkfds;
using Virker.Effects.Trials;
using Virker.Evidence.Knowledge;
using Virker.Figures;
using Virker.Platform;
using Virker.Web.Site;
using static Virker.Web.Site.Words;
using Arm = Virker.Effects.Trials.Arm;

namespace Virker.Web.Wording;

/// <summary>Trials in words and figures.</summary>
public static class TrialWords
{
    public static string Of(OutcomeKind kind) => T(OutcomeKinds.Of(kind).Name);

    public static string Of(TrialState state) =>
        state switch
        {
            TrialState.Draft => T("Planlægges", "Being planned"),
            TrialState.Enrolling => T("Der trækkes lod", "Lots are drawn"),
            TrialState.Following => T("Følges", "Followed"),
        };

    public static string Of(Estimator by) =>
        by switch
        {
            Estimator.Difference => T("Forskel", "Difference"),
            Estimator.Adjusted => T(
                "Justeret for det, der var kendt før (Lin)",
                "Adjusted for what was known before (Lin)"
            ),
            Estimator.Randomisation => T("Alene ved lodtrækning (10.000 træk)", "By the lots alone (10,000 draws)"),
            Estimator.Complier => T(
                "For dem, der begyndte, fordi de trak det",
                "For those who began because they drew it"
            ),
        };

    public static string Of(BaselineKind kind) => T(BaselineKinds.Of(kind).Name);

    public static string Of(CohortCondition condition) =>
        condition switch
        {
            CohortCondition.TargetGroup => T("er ikke i forsøgets målgruppe", "is not in the trial's target group"),
            CohortCondition.WeeksInGroup => T(
                "har ikke været længe nok i målgruppen",
                "has not been in the target group long enough"
            ),
            CohortCondition.WithoutHours => T("har haft løntimer for nylig", "had paid hours lately"),
        };

    public static string Of(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Declined => T("Borgeren vil ikke være med", "The citizen does not want to take part"),
            RefusalKind.NotSuitable => T(
                "Det ville ikke være rigtigt for borgeren",
                "It would not be right for the citizen"
            ),
        };

    /// <summary>A share from 0 to 1 as percent, hours as hours, progress as the step it is.</summary>
    public static string Value(OutcomeKind kind, double value) =>
        OutcomeKinds.Of(kind).Scale switch
        {
            OutcomeScale.Share => Show.Percent(100 * value, 1),
            OutcomeScale.Hours => T($"{Show.Number(value, 1)} timer", $"{Show.Number(value, 1)} hours"),
            OutcomeScale.Steps => T($"trin {Show.Number(value)}", $"step {Show.Number(value)}"),
        };

    /// <summary>A difference of shares in percentage points, of hours in hours, of progress in steps, with its
    /// interval.</summary>
    public static string Difference(OutcomeKind kind, double value, double? low, double? high)
    {
        var (unit, times, decimals) = OutcomeKinds.Of(kind).Scale switch
        {
            OutcomeScale.Share => (T("procentpoint", "percentage points"), 100, 1),
            OutcomeScale.Hours => (T("timer", "hours"), 1, 1),
            OutcomeScale.Steps => (T("trin", "steps"), 1, 2),
        };
        string number(double v) => Show.Number(times * v, decimals);
        return low is { } l && high is { } h
            ? T(
                $"{number(value)} {unit} ({number(l)} til {number(h)})",
                $"{number(value)} {unit} ({number(l)} to {number(h)})"
            )
            : $"{number(value)} {unit}";
    }

    /// <summary>The result in a sentence; what the interval holds is said, not only the middle.</summary>
    public static string Sentence(TrialPlan plan, TrialResult result)
    {
        var primary = result.Primary;
        var (treatment, usual) = (Value(primary.Kind, primary.Treatment), Value(primary.Kind, primary.Usual));
        string values = OutcomeKinds.Of(primary.Kind).IsShare
            ? T(
                $"{Of(primary.Kind)} inden for {plan.Weeks} uger: {treatment} af dem, der trak “{plan.Treatment}”, mod {usual} af de andre.",
                $"{Of(primary.Kind)} within {plan.Weeks} weeks: {treatment} of those who drew “{plan.Treatment}”, against {usual} of the others."
            )
            : T(
                $"{Of(primary.Kind)}, efter {plan.Weeks} uger: i snit {treatment} hos dem, der trak “{plan.Treatment}”, mod {usual} hos de andre.",
                $"{Of(primary.Kind)}, after {plan.Weeks} weeks: on average {treatment} with those who drew “{plan.Treatment}”, against {usual} with the others."
            );
        string verdict =
            primary.Plain is not { CiLow: { } low, CiHigh: { } high } ? ""
            : low > 0 ? T("Det virkede: hele intervallet er over nul.", "It worked: the whole interval is above zero.")
            : high < 0
                ? T(
                    "Det gjorde det værre: hele intervallet er under nul.",
                    "It made things worse: the whole interval is below zero."
                )
            : T(
                "Forsøget kan ikke afgøre det: intervallet går fra under nul til over nul.",
                "The trial cannot decide it: the interval runs from below zero to above."
            );
        return $"{values} {verdict}";
    }

    public static IReadOnlyList<DkOption> OutcomeOptions =>
        [.. Enum.GetValues<OutcomeKind>().Select(k => new DkOption(k.Code(), Of(k)))];

    public static IReadOnlyList<DkOption> RefusalOptions =>
        [.. Enum.GetValues<RefusalKind>().Select(k => new DkOption(k.Code(), Of(k)))];

    /// <summary>What the municipality can offer: casework records when it is begun.</summary>
    public static IReadOnlyList<DkOption> InterventionOptions(KnowledgeBank bank) =>
        [
            new("", T("Vælg", "Choose")),
            .. Offers
                .All.Select(o => bank.Taxonomy.Interventions.Find(o.Intervention))
                .Where(n => n is not null)
                .Select(n => new DkOption(n!.Code, T(n.Name))),
        ];

    public static IReadOnlyList<DkOption> GroupOptions(KnowledgeBank bank) =>
        [
            new("", T("Vælg", "Choose")),
            .. bank
                .Taxonomy.TargetGroups.Nodes.Where(n => !n.Code.StartsWith('T'))
                .Select(n => new DkOption(n.Code, T(n.Name))),
        ];

    public static LineFigure PowerCurve(TrialPower power) =>
        new()
        {
            Id = "power",
            Culture = CultureInfo.CurrentCulture,
            Title = T("Hvor sikkert finder forsøget forskellen?", "How surely does the trial find the difference?"),
            Description = T(
                $"Styrken vokser med antallet. {power.Needed} borgere giver 80 procent.",
                $"The power grows with the number. {power.Needed} citizens give 80 percent."
            ),
            XTitle = T("Borgere i alt", "Citizens in all"),
            YTitle = T("Chance for at finde forskellen", "Chance of finding the difference"),
            SeriesHeading = T("Linje", "Line"),
            YFormat = T("0 %", "0%"),
            YFrom = 0,
            YTo = 1,
            Series = [new(T("Styrke", "Power"), [.. power.Curve.Select(p => new LinePoint(p.People, p.Power))])],
        };

    public static FlowDiagram Flow(TrialDetails trial)
    {
        int asked = trial.Drawn + trial.Declined + trial.NotSuitable;
        List<FlowStep> steps =
        [
            new([new(T("Opfyldte betingelserne og blev spurgt", "Met the conditions and were asked"), asked)])
            {
                Out =
                [
                    new(T("Ville ikke være med", "Did not want to take part"), trial.Declined),
                    new(T("Ikke rigtigt for borgeren", "Not right for the citizen"), trial.NotSuitable),
                ],
            },
            new([new(T("Trak lod", "Drew lots"), trial.Drawn)]),
        ];
        if (trial.Arms is { } arms)
            steps.Add(new([new(trial.Plan.Treatment!, arms.Treatment), new(trial.Plan.Usual!, arms.Usual)]));
        if (trial.Final?.Result.Primary.Known is { } known)
        {
            steps.Add(
                new([
                    new(T("Udfaldet er kendt", "The outcome is known"), known.Treatment),
                    new(T("Udfaldet er kendt", "The outcome is known"), known.Usual),
                ])
            );
        }
        return new()
        {
            Id = "flow",
            Culture = CultureInfo.CurrentCulture,
            Title = T("Vejen gennem forsøget", "The way through the trial"),
            Description = T(
                $"{asked} blev spurgt, og {trial.Drawn} trak lod.",
                $"{asked} were asked, and {trial.Drawn} drew lots."
            ),
            StepHeading = T("Trin", "Step"),
            CountHeading = T("Borgere", "Citizens"),
            Steps = steps,
        };
    }

    public static LineFigure FirstHour(TrialPlan plan, TrialResult result) =>
        Curves(
            "first-hour",
            T("Vejen til den første løntime", "The way to the first paid hour"),
            T(
                "Andelen, der har haft mindst én løntime, uge for uge, med 95 % bånd (Kaplan-Meier).",
                "The share who have had at least one paid hour, week by week, with 95% bands (Kaplan–Meier)."
            ),
            T("Har haft en løntime", "Have had a paid hour"),
            plan,
            result.FirstHour
        ) with
        {
            YFormat = T("0 %", "0%"),
            // Room for the highest band, to the next tenth.
            YTo = Math.Ceiling(10 * result.FirstHour.Max(p => p.CiHigh)) / 10,
        };

    public static LineFigure Hours(TrialPlan plan, TrialResult result) =>
        Curves(
            "hours-by-arm",
            T("Løntimer uge for uge", "Paid hours week by week"),
            T("Timer i snit pr. borger med 95 % bånd.", "Mean hours a citizen with 95% bands."),
            T("Timer om ugen", "Hours a week"),
            plan,
            result.Hours
        );

    private static LineFigure Curves(
        string id,
        string title,
        string description,
        string yTitle,
        TrialPlan plan,
        IReadOnlyList<WeekPoint> points
    ) =>
        new()
        {
            Id = id,
            Culture = CultureInfo.CurrentCulture,
            Title = title,
            Description = description,
            XTitle = T("Uger efter lodtrækningen", "Weeks after the lot"),
            YTitle = yTitle,
            SeriesHeading = T("Gruppe", "Arm"),
            YFrom = 0,
            Series =
            [
                .. points
                    .GroupBy(p => p.Arm)
                    .OrderByDescending(g => g.Key)
                    .Select(g => new LineSeries(
                        (g.Key == Arm.Treatment ? plan.Treatment : plan.Usual)!,
                        [.. g.Select(p => new LinePoint(p.Week, p.Value, p.CiLow, p.CiHigh))]
                    )),
            ],
        };
}
