using Virker.Statistics.DependentEffects;
using Virker.Statistics.Distributions;
using Virker.Statistics.Regression;

namespace Virker.Statistics.Trials;

/// <summary>The shape of a set of effects that the data do not contradict.</summary>
public enum AndersonRubinShape
{
    /// <summary>From Low to High.</summary>
    Interval,

    /// <summary>Everything but the gap between Low and High: the offer moves too few to tell.</summary>
    OutsideGap,

    /// <summary>Any effect is possible.</summary>
    Everything,
}

/// <summary>Effects that Anderson and Rubin's test does not reject; Low and High are infinite for Everything.</summary>
public sealed record AndersonRubinSet(AndersonRubinShape Shape, double Low, double High);

/// <summary>
/// The effect on those who take the treatment because they are offered it. It supposes that the offer works only
/// through the treatment, and that nobody takes it just because it was not offered: Angrist, Imbens and Rubin (1996),
/// JASA 91, 444–455.
/// </summary>
/// <param name="IntentionToTreat">The offer's effect on the outcome.</param>
/// <param name="Uptake">The offer's effect on taking it: the share of compliers.</param>
/// <param name="Effect">Two-stage least squares: the first divided by the second. HC2 throughout.</param>
/// <param name="FirstStageF">The square of the uptake's t; below about 10 only the Anderson–Rubin set can be trusted.</param>
/// <param name="AndersonRubin">Right however few take up the offer.</param>
public sealed record ComplierEffect(
    RobustCoefficient IntentionToTreat,
    RobustCoefficient Uptake,
    RobustCoefficient Effect,
    double FirstStageF,
    AndersonRubinSet AndersonRubin
)
{
    /// <summary>One offer, one treatment, and covariates measured before.</summary>
    /// <param name="outcome">One finite number a row.</param>
    /// <param name="offered">The arm of every row.</param>
    /// <param name="received">What was received: 0 or 1, or an amount.</param>
    /// <param name="covariates">Covariates; may be none.</param>
    /// <param name="level">The level of the intervals.</param>
    /// <exception cref="ArgumentException">
    /// Lengths that differ, collinear covariates, or the same uptake in both arms, so that there are no compliers.
    /// </exception>
    public static ComplierEffect Of(
        IReadOnlyList<double> outcome,
        IReadOnlyList<bool> offered,
        IReadOnlyList<double> received,
        IReadOnlyList<Predictor> covariates,
        double level = 0.95
    )
    {
        Arms.Check(outcome, offered);
        Predictor offer = new("offered", [.. offered.Select(o => o ? 1.0 : 0.0)]);
        Predictor took = new("received", received);
        var effect = LinearRegression.FitTwoStage(outcome, [took], [offer], covariates).Test(HcType.HC2, level)[^1];
        Predictor[] predictors = [offer, .. covariates];
        var onOutcome = LinearRegression.Fit(outcome, predictors);
        var onTaking = LinearRegression.Fit(received, predictors);
        var uptake = onTaking.Test(HcType.HC2, level)[1];
        return new(
            onOutcome.Test(HcType.HC2, level)[1],
            uptake,
            effect,
            uptake.Statistic * uptake.Statistic,
            NotRejected(outcome, received, onOutcome, onTaking, predictors, level)
        );
    }

    // y − βd on the offer has the coefficient γy − βγd and the robust variance Vyy − 2βVyd + β²Vdd, so that the β that
    // are not rejected, (γy − βγd)² ≤ t²·V(β), solve a quadratic: Anderson and Rubin (1949), Annals of Mathematical
    // Statistics 20, 46–63; with robust variances Chernozhukov and Hansen (2008), Economics Letters 100, 68–71.
    private static AndersonRubinSet NotRejected(
        IReadOnlyList<double> outcome,
        IReadOnlyList<double> received,
        RegressionFit onOutcome,
        RegressionFit onTaking,
        IReadOnlyList<Predictor> predictors,
        double level
    )
    {
        // In units of their own spread, so that the covariance may be found from the variance of a sum.
        var (y, d) = (Unit(onOutcome), Unit(onTaking));
        var (outcomes, takings) = (onOutcome.Estimates[1] / y, onTaking.Estimates[1] / d);
        var yy = Variance(onOutcome) / (y * y);
        var dd = Variance(onTaking) / (d * d);
        var sum = LinearRegression.Fit([.. outcome.Zip(received, (a, b) => a / y + b / d)], predictors);
        var yd = (Variance(sum) - yy - dd) / 2;
        var t = StudentT.QuantileUpper((1 - level) / 2, onOutcome.DfResidual);
        var a = takings * takings - t * t * dd;
        var half = outcomes * takings - t * t * yd;
        var root = half * half - a * (outcomes * outcomes - t * t * yy);
        if (a < 0 && root <= 0)
            return new(AndersonRubinShape.Everything, double.NegativeInfinity, double.PositiveInfinity);
        root = Math.Sqrt(Math.Max(0, root));
        var (low, high) = ((half - root) / a * y / d, (half + root) / a * y / d);
        return a > 0 ? new(AndersonRubinShape.Interval, low, high) : new(AndersonRubinShape.OutsideGap, high, low);
    }

    private static double Variance(RegressionFit fit) => fit.Covariance(HcType.HC2)[1, 1];

    // A fit without any error (everybody does as offered) is measured by its coefficient.
    private static double Unit(RegressionFit fit) =>
        Math.Sqrt(fit.Dispersion) is > 0 and var spread ? spread
        : fit.Estimates[1] != 0 ? Math.Abs(fit.Estimates[1])
        : 1;
}
