using System.Text.Json.Serialization;
using Virker.Statistics.DependentEffects;
using Virker.Statistics.Regression;
using Virker.Statistics.Trials;

namespace Virker.Cli.Trials;

/// <summary>The columns of a trial, one value a person.</summary>
internal sealed record Trial(
    IReadOnlyList<double> Outcome,
    IReadOnlyList<bool> Treated,
    IReadOnlyList<string>? Blocks,
    IReadOnlyList<string>? Clusters,
    IReadOnlyList<Predictor> Covariates,
    IReadOnlyList<double>? Received,
    int Draws,
    ulong Seed
);

/// <summary>
/// The fields of <c>virker trial analyse --format json</c>. Difference is Welch's; Adjusted is Lin's, with HC2, or CR2
/// when clusters drew lots; Blocked weighs the blocks' differences by their sizes; FixedEffects has a dummy for every
/// block; Cluster is the difference with CR2 and Satterthwaite's degrees of freedom; Randomisation shuffles people, and so
/// is not there when clusters drew lots; Complier is two-stage least squares. What the file has no column for is not
/// there; numbers that do not exist (the variance of a block with one person in an arm) are null.
/// </summary>
internal sealed record TrialJson(
    IReadOnlyList<ArmJson> Arms,
    EffectJson Difference,
    EffectJson? Adjusted,
    EffectJson? Blocked,
    EffectJson? FixedEffects,
    EffectJson? Cluster,
    RandomisationTest? Randomisation,
    ComplierJson? Complier
)
{
    /// <summary>Percent the intervals cover.</summary>
    public double Level { get; } = 95;

    public static TrialJson Of(Trial trial, string treatedName, string controlName)
    {
        var (y, treated) = (trial.Outcome, trial.Treated);
        double[] one = [.. y.Where((_, i) => treated[i])];
        double[] none = [.. y.Where((_, i) => !treated[i])];
        var blocks = trial.Blocks is null ? null : BlockEffects.Of(y, treated, trial.Blocks);
        Predictor arm = new("treatment", [.. treated.Select(t => t ? 1.0 : 0)]);
        return new(
            [new(treatedName, one.Length, one.Average()), new(controlName, none.Length, none.Average())],
            EffectJson.Of("Welch", TwoArms.DifferenceInMeans(one, none))!,
            trial.Covariates.Count == 0
                ? null
                : EffectJson.Of(
                    trial.Clusters is null ? "HC2" : "CR2",
                    TwoArms.Adjusted(y, treated, trial.Covariates, trial.Clusters)
                ),
            EffectJson.Of("blocks", blocks?.Average),
            EffectJson.Of("HC2", blocks?.FixedEffects),
            trial.Clusters is null
                ? null
                : EffectJson.Of("CR2", LinearRegression.Fit(y, [arm]).Test(CrType.CR2, trial.Clusters)[1]),
            trial.Clusters is null
                ? RandomisationInference.Of(y, treated, trial.Blocks, trial.Draws, trial.Seed)
                : null,
            trial.Received is null
                ? null
                : ComplierJson.Of(ComplierEffect.Of(y, treated, trial.Received, trial.Covariates))
        );
    }

    /// <summary>Those that are there, in the order a reader takes them.</summary>
    [JsonIgnore]
    public IEnumerable<(string Name, EffectJson Effect)> Estimators =>
        new (string, EffectJson?)[]
        {
            ("difference", Difference),
            ("adjusted", Adjusted),
            ("blocked", Blocked),
            ("fixed_effects", FixedEffects),
            ("cluster", Cluster),
            ("complier", Complier?.Effect),
        }
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.Item1, pair.Item2!));
}

internal sealed record ArmJson(string Arm, int N, double Mean);

/// <summary>Treated less control.</summary>
internal sealed record EffectJson(
    double Estimate,
    double Se,
    double Df,
    double Statistic,
    double P,
    double CiLow,
    double CiHigh,
    string Variance
)
{
    public static EffectJson? Of(string variance, RobustCoefficient? c) =>
        c is null ? null : new(c.Estimate, c.StandardError, c.Df, c.Statistic, c.P, c.CiLow, c.CiHigh, variance);
}

internal sealed record ComplierJson(
    EffectJson Effect,
    EffectJson Uptake,
    EffectJson IntentionToTreat,
    double FirstStageF,
    AndersonRubinSet AndersonRubin
)
{
    public static ComplierJson Of(ComplierEffect effect) =>
        new(
            EffectJson.Of("HC2", effect.Effect)!,
            EffectJson.Of("HC2", effect.Uptake)!,
            EffectJson.Of("HC2", effect.IntentionToTreat)!,
            effect.FirstStageF,
            effect.AndersonRubin
        );
}
